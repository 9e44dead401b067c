import { z } from 'zod';
import { refuse } from '#kernel/refusal.ts';
import { operation } from '#server/perform.ts';
import {
	MOST_OPEN_THEMES,
	parkTheme as withoutSeat,
	swapThemes,
	unparkTheme as withLastSeat
} from '../rules/seats.ts';
import { id, lookAgainOn, position } from '../shapes.ts';
import * as store from '../store.server.ts';
import { requireLiving, seatsOf, takeSeats, themeIn, withSeat } from './seating.server.ts';

const example = { id: '01938b6c-0000-7000-8000-000000000001' };

/**
 * Moves an open theme to another seat; the others close ranks around it. Seat 1 is the top theme,
 * and since when it is, is kept while it stays.
 * @refuses `themes.not-open` for one without a seat
 */
export const moveTheme = operation({
	name: 'themes.move',
	http: { verb: 'PUT', path: '/themes/{id}/seat' },
	summary: 'Move an open theme to another seat',
	effect: 'write',
	input: z.object({ id, seat: position }),
	output: z.object({ seat: z.number(), was: z.number() }),
	example: { ...example, seat: 1 },
	run: async ({ scope, now, record }, input) => {
		const themes = await store.allThemes(scope);
		const { seat: was } = themeIn(themes, input.id);
		if (was === null) {
			throw refuse(
				'conflict',
				'themes.not-open',
				'This theme has no seat, so it cannot move. Nothing was changed; give it a seat first.'
			);
		}
		const seated = withSeat(seatsOf(themes), input.id, input.seat);
		const seat = seated.find((each) => each.id === input.id)?.seat ?? was;
		if (seat !== was) {
			await takeSeats(scope, now, themes, seated);
			record({ verb: 'themes.moved', about: { kind: 'theme', id: input.id } });
		}
		return { seat, was };
	}
});

/**
 * Lets a theme rest in the parking lot, with a date to look again where one is given; for one
 * that rests already, only the date changes.
 * @refuses `themes.ended` for one that was let go or chosen
 */
export const parkTheme = operation({
	name: 'themes.park',
	http: { verb: 'POST', path: '/themes/{id}/parking' },
	summary: 'Let a theme rest in the parking lot',
	effect: 'write',
	input: z.object({ id, lookAgainOn }),
	output: z.object({
		/** the seat it had, nothing when it rested already */
		seat: z.number().nullable(),
		/** the date to look again that it had before */
		lookAgainOn: z.string().nullable()
	}),
	example: { ...example, lookAgainOn: '2027-03-01' },
	run: async ({ scope, now, record }, input) => {
		const themes = await store.allThemes(scope);
		const theme = themeIn(themes, input.id);
		requireLiving(theme);
		const seats = seatsOf(themes);
		await takeSeats(
			scope,
			now,
			themes,
			theme.seat === null ? seats : withoutSeat(seats, input.id),
			{
				[input.id]: { parked_at: theme.parked_at ?? now, look_again_on: input.lookAgainOn ?? null }
			}
		);
		record({ verb: 'themes.parked', about: { kind: 'theme', id: input.id } });
		return { seat: theme.seat, lookAgainOn: theme.look_again_on };
	}
});

/**
 * Takes a theme out of the parking lot, into the last seat or the one that is named.
 * @refuses `themes.three-open` without a free seat, unless one is named to rest instead;
 * `themes.already-open`; `themes.ended`
 */
export const unparkTheme = operation({
	name: 'themes.unpark',
	http: { verb: 'POST', path: '/themes/{id}/seat' },
	summary: 'Take a theme out of the parking lot, into a seat',
	effect: 'write',
	input: z.object({
		id,
		/** the seat to take, the others move back; the last one when left out */
		seat: position.nullable().optional(),
		/** the theme that rests, so that this one takes its seat */
		instead: id.nullable().optional()
	}),
	output: z.object({ seat: z.number(), lookAgainOn: z.string().nullable() }),
	example,
	run: async ({ scope, now, record }, input) => {
		const themes = await store.allThemes(scope);
		const theme = themeIn(themes, input.id);
		requireLiving(theme);
		const seats = seatsOf(themes);
		const taken = input.instead
			? swapThemes(seats, input.instead, input.id)
			: withLastSeat(seats, input.id);
		const seated = input.seat ? withSeat(taken, input.id, input.seat) : taken;
		await takeSeats(scope, now, themes, seated, {
			[input.id]: { parked_at: null, look_again_on: null },
			...(input.instead ? { [input.instead]: { parked_at: now, look_again_on: null } } : {})
		});
		record({ verb: 'themes.unparked', about: { kind: 'theme', id: input.id } });
		if (input.instead) {
			record({ verb: 'themes.parked', about: { kind: 'theme', id: input.instead } });
		}
		return {
			seat: seated.find((each) => each.id === input.id)?.seat ?? 1,
			lookAgainOn: theme.look_again_on
		};
	}
});

/**
 * Lets go of a theme, from its seat or from the parking lot. What was learned about it stays.
 * @refuses `themes.ended` for one that was let go or chosen before
 */
export const letGoTheme = operation({
	name: 'themes.letGo',
	http: { verb: 'POST', path: '/themes/{id}/letting-go' },
	summary: 'Let go of a theme',
	effect: 'write',
	input: z.object({ id }),
	output: z.object({ /** the seat it had, nothing when it rested */ seat: z.number().nullable() }),
	example,
	run: async ({ scope, now, record }, input) => {
		const themes = await store.allThemes(scope);
		const theme = themeIn(themes, input.id);
		requireLiving(theme);
		const seats = seatsOf(themes);
		await takeSeats(
			scope,
			now,
			themes,
			theme.seat === null ? seats : withoutSeat(seats, input.id),
			{
				[input.id]: { let_go_at: now }
			}
		);
		record({ verb: 'themes.letGo', about: { kind: 'theme', id: input.id } });
		return { seat: theme.seat };
	}
});

/**
 * Takes back a theme that was let go: into the parking lot where it rested before or where no
 * seat is free, else into a seat.
 * @refuses `themes.not-let-go` for one that was not
 */
export const takeBackTheme = operation({
	name: 'themes.takeBack',
	http: { verb: 'DELETE', path: '/themes/{id}/letting-go' },
	summary: 'Take back a theme that was let go',
	effect: 'write',
	input: z.object({
		id,
		/** the seat it had, where one is free */ seat: position.nullable().optional()
	}),
	output: z.object({ /** its seat, nothing when it rests */ seat: z.number().nullable() }),
	example,
	run: async ({ scope, now, record }, input) => {
		const themes = await store.allThemes(scope);
		const theme = themeIn(themes, input.id);
		if (theme.let_go_at === null) {
			throw refuse(
				'conflict',
				'themes.not-let-go',
				'You have not let go of this theme, or took it back already. Nothing was changed.'
			);
		}
		const seats = seatsOf(themes);
		const rests = theme.parked_at !== null || seats.length >= MOST_OPEN_THEMES;
		const taken = rests ? seats : withLastSeat(seats, input.id);
		const seated = !rests && input.seat ? withSeat(taken, input.id, input.seat) : taken;
		await takeSeats(scope, now, themes, seated, {
			[input.id]: { let_go_at: null, ...(rests ? { parked_at: theme.parked_at ?? now } : {}) }
		});
		record({ verb: 'themes.takenBack', about: { kind: 'theme', id: input.id } });
		return { seat: seated.find((each) => each.id === input.id)?.seat ?? null };
	}
});
