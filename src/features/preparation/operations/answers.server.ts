import { z } from 'zod';
import { restoredAt } from '#kernel/clock.ts';
import { undoneBy, type UndoStep } from '#kernel/operation.ts';
import { found, oneIn, otherBody, refuseConflict } from '#kernel/refusal.ts';
import { exampleId, instant } from '#method/field-schemas.ts';
import { openInterview } from '#features/interviews/reads/interviews.server.ts';
import { operation, type Context } from '#server/perform.ts';
import { MOST_ANSWERS } from '../rules/lengths.ts';
import { preparedAnswers, type PreparedAnswer } from '../reads/answers.server.ts';
import { requireUnchanged } from '../writes/changed-since.server.ts';
import { secondsAloud } from '../rules/read-aloud.ts';
import { askTyped, id, place, preparedTyped } from '../schemas.ts';
import * as store from '../store.server.ts';
import { digestOf } from '#server/text-digest.ts';

const about = (answerId: string) => ({ kind: 'answer', id: answerId });

const written = z.object({
	id: z.string(),
	interviewId: z.string(),
	question: z.string(),
	text: z.string(),
	/** whole seconds aloud */
	seconds: z.number()
});

function answerOutput(interviewId: string, { id: answerId, question, answer }: store.AnswerRow) {
	return { id: answerId, interviewId, question, text: answer, seconds: secondsAloud(answer) };
}

async function answersToChange({ scope }: Context, interviewId: string): Promise<PreparedAnswer[]> {
	await openInterview(scope, interviewId);
	return preparedAnswers(
		scope,
		found(await store.interviewContextOf(scope, interviewId), 'interview')
	);
}

/**
 * Stores the answer to a question of the partner (method 5: 45 seconds or less aloud). A longer one
 * is stored with a remark.
 * @param was expected current text; left out, it is not checked
 * @returns the answer, and its former text
 * @refuses `answer.missing`, `interviews.closed`, `preparation.changed-since`
 */
export const writeAnswer = operation({
	name: 'answers.write',
	http: { verb: 'PUT', path: '/interviews/{interviewId}/prepared-answers/{id}' },
	summary: 'Write the answer to a likely question',
	effect: 'write',
	input: z.object({
		interviewId: id,
		id,
		text: preparedTyped,
		was: preparedTyped.optional()
	}),
	output: written.extend({ was: z.string() }),
	example: { interviewId: exampleId, id: exampleId, text: 'Only how it is.' },
	said: ({ text, was }) => (text === was ? undefined : 'Saved'),
	undo: ({ interviewId, id: answerId, text, was }): UndoStep =>
		undoneBy(writeAnswer, { interviewId, id: answerId, text: was, was: text }),
	run: async (context, { interviewId, id: answerId, text, was }) => {
		const answers = await answersToChange(context, interviewId);
		const stored = oneIn(answers, answerId, 'answer');
		const changed = { id: answerId, question: stored.question, answer: text };
		if (stored.answer !== text) {
			requireUnchanged(stored.answer, was);
			const rank = answers.indexOf(stored) + 1;
			await store.writeAnswer(context.scope, interviewId, { ...changed, rank }, context.now);
			context.record({ verb: 'answers.written', about: about(answerId) });
		}
		return { ...answerOutput(interviewId, changed), was: stored.answer };
	}
});

/**
 * Adds a question that this partner may ask, with or without its answer.
 * @param rank former rank, when an undo restores it; last when left out
 * @refuses `interview.missing`, `interviews.closed`, `answers.eight`, `answer.other-body`
 */
export const addAnswer = operation({
	name: 'answers.add',
	http: { verb: 'POST', path: '/interviews/{interviewId}/prepared-answers' },
	summary: 'Add a likely question of a partner',
	effect: 'write',
	input: z.object({
		interviewId: id,
		id: id.optional(),
		question: askTyped,
		text: preparedTyped.default(''),
		rank: place.optional(),
		/** original instant, given only when an undo restores it */
		addedAt: instant.optional()
	}),
	output: written,
	example: { interviewId: exampleId, question: 'How long would you give yourself?' },
	said: 'Likely question added',
	undo: ({ id: answerId, interviewId }, { text }): UndoStep =>
		undoneBy(removeAnswer, { interviewId, id: answerId, was: digestOf(text) }),
	run: async (context, { interviewId, question, text, ...input }) => {
		const { scope, now, record, newId } = context;
		const answers = await answersToChange(context, interviewId);
		const added = { id: input.id ?? newId(), question, answer: text };
		const known = await store.answerWithId(scope, added.id);
		if (known) {
			if (known.interview_id === interviewId && known.question === question) {
				return answerOutput(interviewId, { ...added, answer: known.answer });
			}
			throw otherBody('answer');
		}
		if (answers.length >= MOST_ANSWERS) {
			throw refuseConflict(
				'answers.eight',
				'A brief has at most eight likely questions, and yours are saved. Delete one first.',
				'question'
			);
		}
		const rank = input.rank ?? answers.length + 1;
		const addedAt = restoredAt(input.addedAt, now);
		await store.writeAnswer(scope, interviewId, { ...added, rank, addedAt }, now);
		record({ verb: 'answers.added', about: about(added.id) });
		return answerOutput(interviewId, added);
	}
});

/**
 * Deletes an own question with its answer; `answers.add` with the output restores both.
 * @param was expected current text; left out, it is not checked
 * @refuses `answer.missing`, `interviews.closed`, `answers.built-in` for the three default questions,
 * `preparation.changed-since`
 */
export const removeAnswer = operation({
	name: 'answers.remove',
	http: { verb: 'DELETE', path: '/interviews/{interviewId}/prepared-answers/{id}' },
	summary: 'Delete a likely question and its answer',
	effect: 'write',
	input: z.object({ interviewId: id, id, was: preparedTyped.optional() }),
	output: written.extend({ rank: z.number(), addedAt: z.string().optional() }),
	example: { interviewId: exampleId, id: exampleId },
	said: ({ seconds }) => (seconds > 0 ? 'Question and answer deleted' : 'Question deleted'),
	undo: ({ interviewId, id: answerId, question, text, rank, addedAt }) =>
		undoneBy(addAnswer, { interviewId, id: answerId, question, text, rank, addedAt }),
	run: async (context, { interviewId, id: answerId, was }) => {
		const answers = await answersToChange(context, interviewId);
		const stored = oneIn(answers, answerId, 'answer');
		if (stored.code) {
			throw refuseConflict(
				'answers.built-in',
				'Any partner may ask you this, so the question stays. Nothing was changed. One sentence is enough as an answer.'
			);
		}
		requireUnchanged(stored.answer, was);
		await store.removeAnswer(context.scope, answerId);
		context.record({ verb: 'answers.removed', about: about(answerId) });
		const { rank, addedAt } = stored;
		return { ...answerOutput(interviewId, stored), rank, ...(addedAt ? { addedAt } : {}) };
	}
});
