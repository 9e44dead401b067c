import { z } from 'zod';
import { undoneBy } from '#kernel/operation.ts';
import { refuseConflict } from '#kernel/refusal.ts';
import { exampleId } from '#method/field-schemas.ts';
import { interviewNamed } from '#features/interviews/reads/interviews.server.ts';
import { operation } from '#server/perform.ts';
import type { Scope } from '#server/scope.server.ts';
import { answerable, id, type AfterPurpose } from '../schemas.ts';
import * as store from '../store.server.ts';

const example = {
	interviewId: exampleId,
	purpose: 'update'
} as const;

async function sentMessage(scope: Scope, interviewId: string, purpose: AfterPurpose) {
	const thread = await interviewNamed(scope, interviewId);
	const row = await store.messageOf(scope, thread.id, purpose);
	if (row?.sentAt) return row;
	throw refuseConflict(
		'messages.not-sent',
		'This message is not marked as sent, so it cannot have an answer. Nothing was changed. Mark the message as sent first.'
	);
}

/**
 * Notes an answer to thanks or an update. After an answered update no second one is due (method 7).
 * @refuses `interview.missing`, `messages.not-sent`, `messages.answered-already`
 */
export const noteMessageAnswer = operation({
	name: 'messages.noteAnswer',
	http: { verb: 'POST', path: '/interviews/{interviewId}/messages/{purpose}/answer' },
	summary: 'Mark a thank-you or an update as answered',
	effect: 'write',
	input: z.object({ interviewId: id, purpose: answerable }),
	output: z.object({ interviewId: z.string(), purpose: answerable, answeredAt: z.string() }),
	example,
	said: 'Marked as answered',
	undo: ({ interviewId, purpose, answeredAt }) =>
		undoneBy(unnoteMessageAnswer, { interviewId, purpose, answeredAt }),
	run: async ({ scope, now, record }, input) => {
		const row = await sentMessage(scope, input.interviewId, input.purpose);
		if (row.answeredAt) {
			throw refuseConflict(
				'messages.answered-already',
				'This message is already marked as answered. Nothing was changed.'
			);
		}
		await store.changeMessage(scope, row.id, { answered_at: now });
		record({ verb: 'messages.answered', about: { kind: 'interview', id: row.interviewId } });
		return { interviewId: row.interviewId, purpose: input.purpose, answeredAt: now };
	}
});

/**
 * Reverses `messages.noteAnswer`.
 * @param answeredAt as `messages.noteAnswer` returned it; left out, it is not compared
 * @refuses `interview.missing`, `messages.not-sent`, `messages.not-answered`
 */
export const unnoteMessageAnswer = operation({
	name: 'messages.unnoteAnswer',
	http: { verb: 'DELETE', path: '/interviews/{interviewId}/messages/{purpose}/answer' },
	summary: 'Mark a thank-you or an update as not answered',
	effect: 'write',
	input: z.object({
		interviewId: id,
		purpose: answerable,
		answeredAt: z.string().max(40).optional()
	}),
	output: z.object({ interviewId: z.string() }),
	example,
	run: async ({ scope, record }, input) => {
		const row = await sentMessage(scope, input.interviewId, input.purpose);
		if (!row.answeredAt || (input.answeredAt && input.answeredAt !== row.answeredAt)) {
			throw refuseConflict(
				'messages.not-answered',
				'This answer was changed elsewhere in the meantime, so it stays as it is now. Nothing was changed.'
			);
		}
		await store.changeMessage(scope, row.id, { answered_at: null });
		record({ verb: 'messages.unanswered', about: { kind: 'interview', id: row.interviewId } });
		return { interviewId: row.interviewId };
	}
});
