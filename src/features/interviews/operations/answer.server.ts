import { z } from 'zod';
import { undoneBy } from '#kernel/operation.ts';
import { refuseConflict } from '#kernel/refusal.ts';
import { exampleId } from '#method/field-schemas.ts';
import { operation } from '#server/perform.ts';
import { openInterview } from '../reads/interviews.server.ts';
import { id } from '../schemas.ts';
import * as store from '../store.server.ts';
import * as writes from '../writes/interviews.server.ts';

/**
 * Notes that a reply arrived, whatever it said; it ends the cadence (method 3).
 * @returns when it was noted, which `interviews.unnoteAnswer` takes
 * @refuses `interview.missing`, `interviews.closed`, `interviews.not-asked`,
 * `interviews.answered-already`
 */
export const noteAnswer = operation({
	name: 'interviews.noteAnswer',
	http: { verb: 'POST', path: '/interviews/{id}/answer' },
	summary: 'Mark a request as answered, which ends the waiting time',
	effect: 'write',
	input: z.object({ id }),
	output: z.object({ id: z.string(), answeredAt: z.string() }),
	example: { id: exampleId },
	said: 'Marked as answered',
	undo: ({ id, answeredAt }) => undoneBy(unnoteAnswer, { id, answeredAt }),
	run: async ({ scope, now, record }, input) => {
		const stored = await openInterview(scope, input.id);
		if (!stored.askedAt) {
			throw refuseConflict(
				'interviews.not-asked',
				'Your request is not marked as sent yet. Nothing was changed. Mark it as sent first.'
			);
		}
		if (stored.answeredAt) {
			throw refuseConflict(
				'interviews.answered-already',
				'This request is already marked as answered. Nothing was changed. Agree on a time next.'
			);
		}
		await store.changeInterview(scope, stored.id, { answered_at: now, changed_at: now });
		record({ verb: 'interviews.answered', about: { kind: 'interview', id: stored.id } });
		return { id: stored.id, answeredAt: now };
	}
});

/**
 * Removes a noted answer; the cadence continues from the request.
 * @param answeredAt expected instant from `interviews.noteAnswer`
 * @refuses `interview.missing`, `interviews.changed-since` when a later step was taken,
 * `outreach.five-waiting`
 */
export const unnoteAnswer = operation({
	name: 'interviews.unnoteAnswer',
	http: { verb: 'DELETE', path: '/interviews/{id}/answer' },
	summary: 'Undo that a request was marked as answered',
	effect: 'write',
	input: z.object({
		id,
		answeredAt: z.iso.datetime('Give the time at which the answer was recorded.')
	}),
	output: z.object({ id: z.string() }),
	example: { id: exampleId, answeredAt: '2026-11-23T09:42:00.000Z' },
	run: writes.unnoteAnswer
});
