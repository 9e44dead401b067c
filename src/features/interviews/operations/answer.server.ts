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
	summary: 'Note that a reply arrived; it stops the clock',
	effect: 'write',
	input: z.object({ id }),
	output: z.object({ id: z.string(), answeredAt: z.string() }),
	example: { id: exampleId },
	said: 'Their answer is noted, the clock stands still',
	undo: ({ id, answeredAt }) => undoneBy(unnoteAnswer, { id, answeredAt }),
	run: async ({ scope, now, record }, input) => {
		const stored = await openInterview(scope, input.id);
		if (!stored.askedAt) {
			throw refuseConflict(
				'interviews.not-asked',
				'Nothing was asked here yet, so nothing can be answered. Say first that you sent your request.'
			);
		}
		if (stored.answeredAt) {
			throw refuseConflict(
				'interviews.answered-already',
				'Their answer is noted already. Nothing was changed; go on and agree on a time.'
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
	summary: 'Take a noted answer back',
	effect: 'write',
	input: z.object({ id, answeredAt: z.iso.datetime('Say which answer it was.') }),
	output: z.object({ id: z.string() }),
	example: { id: exampleId, answeredAt: '2026-11-23T09:42:00.000Z' },
	run: writes.unnoteAnswer
});
