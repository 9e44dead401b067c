import { z } from 'zod';
import { undoneBy, type UndoStep } from '#kernel/operation.ts';
import { refuse } from '#kernel/refusal.ts';
import { exampleId } from '#method/values.ts';
import { operation } from '#server/perform.ts';
import { seatName, withSeat } from '../rules/seats.ts';
import { id, parking, position, unparking } from '../schemas.ts';
import * as store from '../store.server.ts';
import * as writes from '../writes/themes.server.ts';
import { requirePlace } from '../writes/ranks.server.ts';
import { seatsOf, setSeats, themeIn } from '../writes/seating.server.ts';

const example = { id: exampleId };

/**
 * Moves an open theme to another seat; the others close ranks around it. Seat 1 is the top theme,
 * and since when it is, is kept while it stays.
 * @param was the seat it was seen in, where it must not have moved since
 * @refuses `themes.not-open` for one without a seat; `themes.moved-since` for one in another seat
 */
export const moveTheme = operation({
	name: 'themes.move',
	http: { verb: 'PUT', path: '/themes/{id}/seat' },
	summary: 'Move an open theme to another seat',
	effect: 'write',
	input: z.object({ id, seat: position, was: position.optional() }),
	output: z.object({ seat: z.number(), was: z.number() }),
	example: { ...example, seat: 1 },
	said: ({ seat }) => `It has the ${seatName(seat)} seat now`,
	undo: ({ seat: was, was: seat }, { id }): UndoStep => undoneBy(moveTheme, { id, seat, was }),
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
		requirePlace(was, input.was, 'themes.moved-since');
		const seated = withSeat(seatsOf(themes), input.id, input.seat);
		const seat = seated.find((each) => each.id === input.id)?.seat ?? was;
		if (seat !== was) {
			await setSeats(scope, now, themes, seated);
			record({ verb: 'themes.moved', about: { kind: 'theme', id: input.id } });
		}
		return { seat, was };
	}
});

/**
 * Lets a theme rest in the parking lot, with a date to look again where one is given; for one
 * that rests already, only the date changes.
 * @param was how it was seen, where that must not have changed since
 * @refuses `themes.ended` for one that was let go or chosen; `themes.moved-since` for one in
 * another seat, `themes.rests-since` for one with another date than it was seen with
 */
export const parkTheme = operation({
	name: 'themes.park',
	http: { verb: 'POST', path: '/themes/{id}/parking' },
	summary: 'Let a theme rest in the parking lot',
	effect: 'write',
	input: parking,
	output: z.object({
		/** the seat it had, nothing when it rested already */
		seat: z.number().nullable(),
		/** the date to look again that it had before */
		lookAgainOn: z.string().nullable()
	}),
	example: { ...example, lookAgainOn: '2027-03-01' },
	said: ({ seat }) =>
		seat === null ? 'The date is kept' : 'It rests. What you learned about it stays',
	undo: ({ seat, lookAgainOn }, { id, lookAgainOn: given = null }): UndoStep => {
		const was = { lookAgainOn: given };
		return seat === null
			? undoneBy(parkTheme, { id, lookAgainOn, was })
			: undoneBy(unparkTheme, { id, seat, was });
	},
	run: writes.parkTheme
});

/**
 * Takes a theme out of the parking lot, into the last seat or the one that is named.
 * @refuses `themes.three-open` without a free seat, unless one is named to rest instead;
 * `themes.already-open`; `themes.ended`; `themes.rests-since` when its date to look again is not the
 * one it was seen with; `themes.moved-since` when the one to rest has another seat by now
 */
export const unparkTheme = operation({
	name: 'themes.unpark',
	http: { verb: 'POST', path: '/themes/{id}/seat' },
	summary: 'Take a theme out of the parking lot, into a seat',
	effect: 'write',
	input: unparking,
	output: z.object({
		seat: z.number(),
		/** how it rested before */
		lookAgainOn: z.string().nullable(),
		parkedAt: z.string().nullable()
	}),
	example,
	said: ({ seat }) => `It has the ${seatName(seat)} seat now`,
	undo: ({ seat, lookAgainOn, parkedAt }, { id, instead, restsUntil = null }): UndoStep =>
		instead
			? undoneBy(unparkTheme, {
					id: instead,
					instead: id,
					restsUntil: lookAgainOn,
					restsSince: parkedAt,
					was: { seat, lookAgainOn: restsUntil }
				})
			: undoneBy(parkTheme, { id, lookAgainOn, since: parkedAt, was: { seat } }),
	run: writes.unparkTheme
});
