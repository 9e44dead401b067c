import { z } from 'zod';
import { undoneBy, type UndoStep } from '#kernel/operation.ts';
import { refuseConflict } from '#kernel/refusal.ts';
import { exampleId } from '#method/field-schemas.ts';
import { operation } from '#server/perform.ts';
import { withSeat } from '../rules/seats.ts';
import { id, parking, position, unparking } from '../schemas.ts';
import * as store from '../store.server.ts';
import * as writes from '../writes/themes.server.ts';
import { requirePlace } from '../writes/ranks.server.ts';
import { seatsOf, setSeats, themeIn } from '../writes/seating.server.ts';

const example = { id: exampleId };

/**
 * Moves an open theme to another seat; the others shift so that there is no gap. Seat 1 is the top
 * theme; since when it is first is kept while it stays.
 * @param was expected current seat; left out, it is not checked
 * @refuses `themes.not-open` when it has no seat; `themes.moved-since` when its seat is not the
 * expected one
 */
export const moveTheme = operation({
	name: 'themes.move',
	http: { verb: 'PUT', path: '/themes/{id}/seat' },
	summary: 'Move an open theme to another place',
	effect: 'write',
	input: z.object({ id, seat: position, was: position.optional() }),
	output: z.object({ seat: z.number(), was: z.number() }),
	example: { ...example, seat: 1 },
	said: ({ seat }) => `Moved to place ${seat}`,
	undo: ({ seat: was, was: seat }, { id }): UndoStep => undoneBy(moveTheme, { id, seat, was }),
	run: async ({ scope, now, record }, input) => {
		const themes = await store.allThemes(scope);
		const { seat: was } = themeIn(themes, input.id);
		if (was === null) {
			throw refuseConflict(
				'themes.not-open',
				'This theme is not open, so it cannot move to another place. Nothing was changed. Move it out of the parking lot first.'
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
 * Parks a theme, with a review date if one is given; of a parked theme only the date changes.
 * @param was expected state; left out, it is not checked
 * @refuses `themes.ended` when it was let go or chosen; `themes.moved-since` when its seat,
 * `themes.rests-since` when its review date is not the expected one
 */
export const parkTheme = operation({
	name: 'themes.park',
	http: { verb: 'POST', path: '/themes/{id}/parking' },
	summary: 'Move a theme to the parking lot',
	effect: 'write',
	input: parking,
	output: z.object({
		/** former seat, null when it was parked already */
		seat: z.number().nullable(),
		/** former review date */
		lookAgainOn: z.string().nullable()
	}),
	example: { ...example, lookAgainOn: '2027-03-01' },
	said: ({ seat }) =>
		seat === null ? 'Date saved' : 'Moved to parking lot. Your notes about the theme are safe',
	undo: ({ seat, lookAgainOn }, { id, lookAgainOn: given = null }): UndoStep => {
		const was = { lookAgainOn: given };
		return seat === null
			? undoneBy(parkTheme, { id, lookAgainOn, was })
			: undoneBy(unparkTheme, { id, seat, was });
	},
	run: writes.parkTheme
});

/**
 * Gives a parked theme the last seat, or the given one.
 * @refuses `themes.three-open` without a free seat, unless a theme to park instead is named;
 * `themes.already-open`; `themes.ended`; `themes.rests-since` when its review date,
 * `themes.moved-since` when the seat of the one to park is not the expected one
 */
export const unparkTheme = operation({
	name: 'themes.unpark',
	http: { verb: 'POST', path: '/themes/{id}/seat' },
	summary: 'Move a theme out of the parking lot',
	effect: 'write',
	input: unparking,
	output: z.object({
		seat: z.number(),
		/** its former state in the parking lot */
		lookAgainOn: z.string().nullable(),
		parkedAt: z.string().nullable()
	}),
	example,
	said: ({ seat }) => `Moved to place ${seat}`,
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
