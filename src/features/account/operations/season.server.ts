import { z } from 'zod';
import { dayOf, daysBetween } from '#kernel/clock.ts';
import { undoneBy } from '#kernel/operation.ts';
import { missing, otherBody, refuseConflict, refuseInvalid } from '#kernel/refusal.ts';
import { operation } from '#server/perform.ts';
import { LONGEST_PAUSE_DAYS, MOST_PAUSES } from '../rules/pauses.ts';
import { day, exampleId, id } from '#method/field-schemas.ts';
import * as store from '../store.server.ts';

const farthestPauseDays = 731;

/**
 * Adds a pause from one date to another, both included, which shifts all waiting dates.
 * @refuses `pause.other-body` when the id is known with other dates; `season.too-far` beyond two
 * years; `season.too-many` beyond a hundred
 */
export const pauseSeason = operation({
	name: 'season.pause',
	http: { verb: 'POST', path: '/pauses' },
	summary: 'Add a pause to the season; all waiting dates move',
	effect: 'write',
	input: z
		.object({ id: id.optional(), from: day, until: day })
		.refine((pause) => pause.from <= pause.until, {
			path: ['until'],
			error: 'The last day must not be before the first day.'
		})
		.refine((pause) => daysBetween(pause.from, pause.until) <= LONGEST_PAUSE_DAYS, {
			path: ['until'],
			error: 'A pause can last up to one year. Nothing was changed. Choose an earlier last day.'
		}),
	output: z.object({ id: z.string() }),
	example: { from: '2026-12-21', until: '2027-01-03' },
	said: 'Pause added. All waiting dates have moved',
	undo: ({ id }) => undoneBy(resumeSeason, { id }),
	run: async ({ scope, now, record, newId }, input) => {
		const pauseId = input.id ?? newId();
		const [pauses, { zone }] = await Promise.all([store.pausesOf(scope), store.workspaceOf(scope)]);
		const known = pauses.find((pause) => pause.id === pauseId);
		const away = daysBetween(dayOf(now, zone), input.until);
		if (Math.abs(away) > farthestPauseDays) {
			throw refuseInvalid(
				'season.too-far',
				'A pause must be within two years of today. Nothing was changed. Choose dates nearer to today.',
				'until'
			);
		}
		if (!known && pauses.length >= MOST_PAUSES) {
			throw refuseConflict(
				'season.too-many',
				'You already have 100 pauses, which is the maximum. Nothing was changed. Delete an old pause first.'
			);
		}
		if (known) {
			if (known.from === input.from && known.until === input.until) return { id: pauseId };
			throw otherBody('pause');
		}
		const { from: from_day, until: until_day } = input;
		await store.addPause(scope, { id: pauseId, from_day, until_day, added_at: now });
		record({ verb: 'season.paused', about: { kind: 'pause', id: pauseId } });
		return { id: pauseId };
	}
});

/** Deletes a pause; dates return to what they would be without it. */
export const resumeSeason = operation({
	name: 'season.resume',
	http: { verb: 'DELETE', path: '/pauses/{id}' },
	summary: 'Delete a pause',
	effect: 'write',
	input: z.object({ id }),
	output: z.object({}),
	example: { id: exampleId },
	said: 'Pause deleted',
	run: async ({ scope, record }, input) => {
		if ((await store.removePause(scope, input.id)) === 0) throw missing('pause');
		record({ verb: 'season.resumed', about: { kind: 'pause', id: input.id } });
		return {};
	}
});
