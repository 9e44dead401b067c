import type { Instant } from '#kernel/clock.ts';
import { oneIn, refuse } from '#kernel/refusal.ts';
import type { Scope } from '#server/scope.server.ts';
import { changesOfFirst } from '../rules/first-seat.ts';
import type { Seated } from '../rules/seats.ts';
import * as store from '../store.server.ts';

/** The open themes with their seats. */
export function seatsOf(themes: readonly store.ThemeRow[]): Seated[] {
	return themes.flatMap(({ id, seat }) => (seat === null ? [] : [{ id, seat }]));
}

/** One theme among all of them. @throws Refusal `theme.missing` */
export function themeIn(themes: readonly store.ThemeRow[], id: string): store.ThemeRow {
	return oneIn(themes, id, 'theme');
}

/** @throws Refusal `themes.ended` for a theme that was let go or chosen */
export function requireLiving(theme: store.ThemeRow): void {
	if (theme.let_go_at === null && theme.chosen_at === null) return;
	throw refuse(
		'conflict',
		'themes.ended',
		theme.let_go_at === null
			? 'You have decided for this theme. Nothing was changed; go on with it, or open another theme.'
			: 'You have let go of this theme. Nothing was changed; take it back first.'
	);
}

/**
 * @param was the date to look again it was seen with, null for none; left out, whichever it has
 * @throws Refusal `themes.rests-since` where it has another one by now
 */
export function requireSameRest(theme: store.ThemeRow, was: string | null | undefined): void {
	if (was === undefined || was === theme.look_again_on) return;
	throw refuse(
		'conflict',
		'themes.rests-since',
		'The date to look again at this theme changed since. It stays as it is now; set another one in the parking lot if you like.'
	);
}

/**
 * Writes a new order of seats, and since when the top theme is on top.
 * @param themes all of them as they are kept now
 * @param seated who has a seat from now on
 * @param also what else changes about one theme
 */
export async function setSeats(
	scope: Scope,
	now: Instant,
	themes: readonly store.ThemeRow[],
	seated: readonly Seated[],
	also: Record<string, store.ThemeChanges> = {}
): Promise<void> {
	const seats = new Map(seated.map(({ id, seat }) => [id, seat]));
	const firsts = changesOfFirst(
		themes.map((theme) => ({
			id: theme.id,
			topSince: theme.top_since,
			leftAt: theme.let_go_at ?? theme.chosen_at ?? theme.parked_at
		})),
		themes.find((theme) => theme.seat === 1)?.id,
		seated.find(({ seat }) => seat === 1)?.id,
		now
	);
	for (const { id, seat: before } of themes) {
		const seat = seats.get(id) ?? null;
		const topSince = firsts.get(id);
		const changes: store.ThemeChanges = {
			...(seat === before ? {} : { seat }),
			...(topSince === undefined ? {} : { top_since: topSince }),
			...also[id]
		};
		if (Object.keys(changes).length > 0) await store.changeTheme(scope, id, changes);
	}
}
