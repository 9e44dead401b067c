import type { Instant } from '#kernel/clock.ts';
import { oneIn, refuseConflict } from '#kernel/refusal.ts';
import type { Scope } from '#server/scope.server.ts';
import { changesOfFirst } from '../rules/first-seat.ts';
import type { Seated } from '../rules/seats.ts';
import * as store from '../store.server.ts';

/** The open themes with their seats. */
export function seatsOf(themes: readonly store.ThemeRow[]): Seated[] {
	return themes.flatMap(({ id, seat }) => (seat === null ? [] : [{ id, seat }]));
}

/** Finds a theme by id. @throws Refusal `theme.missing` */
export function themeIn(themes: readonly store.ThemeRow[], id: string): store.ThemeRow {
	return oneIn(themes, id, 'theme');
}

/**
 * Requires a theme that has not ended.
 * @throws Refusal `themes.ended` when it was let go or chosen
 */
export function requireNotEnded(theme: store.ThemeRow): void {
	if (theme.let_go_at === null && theme.chosen_at === null) return;
	throw refuseConflict(
		'themes.ended',
		theme.let_go_at === null
			? 'You have chosen this theme to pursue. Nothing was changed. Continue with this theme, or add another one.'
			: 'You have let go of this theme. Nothing was changed. Restore the theme first.'
	);
}

/**
 * Requires that a parked theme's review date is unchanged.
 * @param was expected date, null for none; left out, it is not checked
 * @throws Refusal `themes.rests-since`
 */
export function requireReviewDate(theme: store.ThemeRow, was: string | null | undefined): void {
	if (was === undefined || was === theme.look_again_on) return;
	throw refuseConflict(
		'themes.rests-since',
		'The review date of this theme has changed since then. Nothing was changed. You can edit the date in the parking lot.'
	);
}

/**
 * Stores a new order of seats, and since when the top theme has been first.
 * @param themes all themes as stored now
 * @param seated the themes that have a seat afterwards
 * @param also further columns to change, by theme id
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
