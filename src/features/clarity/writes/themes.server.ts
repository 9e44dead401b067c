import { restoredAt } from '#kernel/clock.ts';
import type { z } from 'zod';
import { refuseConflict } from '#kernel/refusal.ts';
import type { Context } from '#server/perform.ts';
import {
	MOST_OPEN_THEMES,
	parkTheme as withoutSeat,
	swapThemes,
	unparkTheme as withLastSeat,
	withSeat
} from '../rules/seats.ts';
import type { parking, themeEnding, themeReturn, unparking } from '../schemas.ts';
import * as store from '../store.server.ts';
import { requirePlace } from './ranks.server.ts';
import {
	requireNotEnded,
	requireReviewDate,
	seatsOf,
	setSeats,
	themeIn
} from './seating.server.ts';

/**
 * Requires a theme's expected seat and last change.
 * @throws Refusal `themes.moved-since`, `themes.changed-elsewhere`
 */
function requireUnchanged(theme: store.ThemeRow, was: z.output<typeof themeEnding>['was']): void {
	requirePlace(theme.seat, was?.seat, 'themes.moved-since');
	if (was?.changedAt === undefined || was.changedAt === theme.changed_at) return;
	throw refuseConflict(
		'themes.changed-elsewhere',
		`The description of ${theme.title} was edited since then. Nothing was changed. You can still let go of the theme on this page.`
	);
}

/** Parks a theme. Refusals as of `themes.park`. */
export async function parkTheme({ scope, now, record }: Context, input: z.output<typeof parking>) {
	const themes = await store.allThemes(scope);
	const theme = themeIn(themes, input.id);
	requireNotEnded(theme);
	requirePlace(theme.seat, input.was?.seat, 'themes.moved-since');
	requireReviewDate(theme, input.was?.lookAgainOn);
	const seats = seatsOf(themes);
	await setSeats(scope, now, themes, theme.seat === null ? seats : withoutSeat(seats, input.id), {
		[input.id]: {
			parked_at: theme.parked_at ?? restoredAt(input.since, now),
			look_again_on: input.lookAgainOn ?? null
		}
	});
	record({ verb: 'themes.parked', about: { kind: 'theme', id: input.id } });
	return { seat: theme.seat, lookAgainOn: theme.look_again_on };
}

/** Gives a parked theme a seat. Refusals as of `themes.unpark`. */
export async function unparkTheme(
	{ scope, now, record }: Context,
	input: z.output<typeof unparking>
) {
	const themes = await store.allThemes(scope);
	const theme = themeIn(themes, input.id);
	requireNotEnded(theme);
	requireReviewDate(theme, input.was?.lookAgainOn);
	const seats = seatsOf(themes);
	if (input.instead) {
		requirePlace(themeIn(themes, input.instead).seat, input.was?.seat, 'themes.moved-since');
	}
	const taken = input.instead
		? swapThemes(seats, input.instead, input.id)
		: withLastSeat(seats, input.id);
	const seated = input.seat ? withSeat(taken, input.id, input.seat) : taken;
	await setSeats(scope, now, themes, seated, {
		[input.id]: { parked_at: null, look_again_on: null },
		...(input.instead
			? {
					[input.instead]: {
						parked_at: restoredAt(input.restsSince, now),
						look_again_on: input.restsUntil ?? null
					}
				}
			: {})
	});
	record({ verb: 'themes.unparked', about: { kind: 'theme', id: input.id } });
	if (input.instead) {
		record({ verb: 'themes.parked', about: { kind: 'theme', id: input.instead } });
	}
	return {
		seat: seated.find((each) => each.id === input.id)?.seat ?? 1,
		lookAgainOn: theme.look_again_on,
		parkedAt: theme.parked_at
	};
}

interface EndingOptions {
	/** column that holds the instant of this ending */
	by: 'let_go_at' | 'chosen_at';
	/** verb of the audit event */
	verb: string;
}

/**
 * Makes the write that ends a theme, seated or parked; it returns the seat the theme had.
 * @returns a write that gives the seat it had
 */
function ending({ by, verb }: EndingOptions) {
	return async (
		{ scope, now, record }: Context,
		input: z.output<typeof themeEnding>
	): Promise<{ seat: number | null }> => {
		const themes = await store.allThemes(scope);
		const theme = themeIn(themes, input.id);
		requireNotEnded(theme);
		requireUnchanged(theme, input.was);
		const seats = seatsOf(themes);
		const seated = theme.seat === null ? seats : withoutSeat(seats, theme.id);
		await setSeats(scope, now, themes, seated, {
			[theme.id]: { [by]: restoredAt(input.at, now) }
		});
		record({ verb, about: { kind: 'theme', id: input.id } });
		return { seat: theme.seat };
	};
}

/**
 * Makes the write that reverts an ending: the theme is parked if it was parked before or no seat is
 * free, else it gets a seat.
 * @returns a write that takes the former seat and returns the new one, null when parked
 */
function reverting({
	by,
	verb,
	code,
	sentence
}: EndingOptions & { code: string; sentence: string }) {
	return async (
		{ scope, now, record }: Context,
		input: z.output<typeof themeReturn>
	): Promise<{ seat: number | null; at: string }> => {
		const themes = await store.allThemes(scope);
		const theme = themeIn(themes, input.id);
		const at = theme[by];
		if (at === null) throw refuseConflict(code, sentence);
		const seats = seatsOf(themes);
		const rests = theme.parked_at !== null || seats.length >= MOST_OPEN_THEMES;
		const taken = rests ? seats : withLastSeat(seats, theme.id);
		const seated = !rests && input.seat ? withSeat(taken, theme.id, input.seat) : taken;
		const parked = rests ? { parked_at: theme.parked_at ?? now } : {};
		await setSeats(scope, now, themes, seated, {
			[theme.id]: { let_go_at: null, chosen_at: null, ...parked }
		});
		record({ verb, about: { kind: 'theme', id: input.id } });
		return { seat: seated.find((each) => each.id === theme.id)?.seat ?? null, at };
	};
}

/** Refusals as of the operations of the same name. */
export const letGoTheme = ending({ by: 'let_go_at', verb: 'themes.letGo' });
export const takeBackTheme = reverting({
	by: 'let_go_at',
	verb: 'themes.takenBack',
	code: 'themes.not-let-go',
	sentence:
		'You have not let go of this theme, or it was already restored. Nothing was changed. Look for it among your themes and in the parking lot.'
});
export const chooseTheme = ending({ by: 'chosen_at', verb: 'themes.chosen' });
export const unchooseTheme = reverting({
	by: 'chosen_at',
	verb: 'themes.unchosen',
	code: 'themes.not-chosen',
	sentence:
		'You have not chosen this theme, or the choice was already undone. Nothing was changed. Look for it among your themes and in the parking lot.'
});
