import { z } from 'zod';
import { restoredAt } from '#kernel/clock.ts';
import { undoneBy, type UndoStep } from '#kernel/operation.ts';
import { otherBody, refuseConflict } from '#kernel/refusal.ts';
import { exampleId, instant } from '#method/field-schemas.ts';
import { moveTo } from '#features/clarity/rules/ranking.ts';
import { operation } from '#server/perform.ts';
import { MOST_QUESTIONS } from '../rules/lengths.ts';
import { requireUnchanged } from '../writes/changed-since.server.ts';
import {
	change,
	liveIn,
	questionIn,
	questionsToChange,
	questionToChange,
	refuseAlwaysAsked,
	requireLive,
	changedView
} from '../writes/questions-to-change.server.ts';
import { newRanks } from '../rules/line.ts';
import { changedQuestion, id, place, questionTyped } from '../schemas.ts';
import * as store from '../store.server.ts';
import { digestOf } from '#server/text-digest.ts';

const example = { interviewId: exampleId, id: exampleId };
const about = (questionId: string) => ({ kind: 'question', id: questionId });

/**
 * Adds a question of the explorer's own, last (method 5).
 * @returns the question; `fits` tells whether it fits into the talk, or waits below the line
 * @refuses `interview.missing`, `interviews.closed`, `questions.forty`, `question.other-body`
 */
export const addQuestion = operation({
	name: 'questions.add',
	http: { verb: 'POST', path: '/interviews/{interviewId}/questions' },
	summary: 'Add your own question to an interview',
	effect: 'write',
	input: z.object({ interviewId: id, id: id.optional(), text: questionTyped }),
	output: changedQuestion,
	example: { interviewId: exampleId, text: 'Which issue did you nearly not finish?' },
	said: ({ fits }) =>
		fits ? 'Question added' : 'Question added for extra time. Move it up to ask it earlier',
	undo: ({ id: questionId, interviewId, text }): UndoStep =>
		undoneBy(removeQuestion, { interviewId, id: questionId, was: digestOf(text) }),
	run: async (context, input) => {
		const { scope, now, record, newId } = context;
		const questions = await questionsToChange(context, input.interviewId);
		const questionId = input.id ?? newId();
		const known = await store.questionWithId(scope, questionId);
		if (known) {
			if (known.interview_id === input.interviewId && known.text === input.text) {
				return changedView(questions, questionIn(questions, questionId));
			}
			throw otherBody('question');
		}
		if (questions.rows.length >= MOST_QUESTIONS) {
			throw refuseConflict(
				'questions.forty',
				'An interview has at most 40 questions, and yours are saved. Edit one that you would not ask.',
				'text'
			);
		}
		const added = {
			id: questionId,
			code: null,
			text: input.text,
			rank: Math.max(0, ...questions.rows.map(({ rank }) => rank)) + 1,
			knownSourceId: null,
			removedAt: null
		};
		await store.addQuestions(scope, input.interviewId, [added], now);
		record({ verb: 'questions.added', about: about(questionId) });
		return changedView({ ...questions, rows: [...questions.rows, added] }, added);
	}
});

/**
 * Changes the text of the explorer's own question.
 * @param was expected current text; left out, it is not checked
 * @returns the question, and its former text
 * @refuses `question.missing`, `interviews.closed`, `questions.same-for-all` for a core question,
 * `preparation.changed-since`
 */
export const changeQuestion = operation({
	name: 'questions.change',
	http: { verb: 'PATCH', path: '/interviews/{interviewId}/questions/{id}' },
	summary: 'Edit your own question',
	effect: 'write',
	input: z.object({ interviewId: id, id, text: questionTyped, was: questionTyped.optional() }),
	output: changedQuestion.extend({ was: z.string() }),
	example: { ...example, text: 'Which issue nearly did not appear?' },
	said: ({ text, was }) => (text === was ? undefined : 'Saved'),
	undo: ({ id: questionId, interviewId, text, was }): UndoStep =>
		undoneBy(changeQuestion, { interviewId, id: questionId, text: was, was: text }),
	run: async (context, input) => {
		const { questions, row } = await questionToChange(context, input);
		if (row.code) {
			throw refuseConflict(
				'questions.same-for-all',
				'This question is the same for every partner of the theme, so that you can compare answers. Nothing was changed. Edit it for the whole theme, or add your own question.',
				'text'
			);
		}
		requireUnchanged(row.text, input.was);
		if (row.text === input.text) return { ...changedView(questions, row), was: row.text };
		const changed = await change(context, questions, row, 'questions.changed', {
			text: input.text
		});
		return { ...changed, was: row.text };
	}
});

/**
 * Moves a question among the live ones: those that fit, then those that wait. The three of every
 * brief always fit.
 * @param place from 1; beyond the end is the end
 * @refuses `question.missing`, `interviews.closed`, `questions.not-in-sight`
 */
export const moveQuestion = operation({
	name: 'questions.move',
	http: { verb: 'POST', path: '/interviews/{interviewId}/questions/{id}/move' },
	summary: 'Move a question to another place',
	effect: 'write',
	input: z.object({ interviewId: id, id, place }),
	output: changedQuestion,
	example: { ...example, place: 1 },
	run: async (context, input) => {
		const { questions, row } = await questionToChange(context, input);
		requireLive(row);
		const live = liveIn(questions);
		const moves = newRanks(moveTo(live, row.id, input.place));
		for (const move of moves) {
			await store.changeQuestion(context.scope, move.id, { rank: move.rank }, context.now);
		}
		if (moves.length > 0) context.record({ verb: 'questions.moved', about: about(row.id) });
		const rows = await store.questionRows(context.scope, input.interviewId);
		const again = { ...questions, rows };
		return changedView(again, questionIn(again, row.id));
	}
});

/**
 * Drops a question; the next one takes its place. `questions.restore` brings it back.
 * @param was expected current text; left out, it is not checked
 * @returns the question, and when it was dropped
 * @refuses `question.missing`, `interviews.closed`, `questions.asked-of-everyone` for what they
 * enjoy, how they began and the worst part (method 5), `preparation.changed-since`
 */
export const removeQuestion = operation({
	name: 'questions.remove',
	http: { verb: 'DELETE', path: '/interviews/{interviewId}/questions/{id}' },
	summary: 'Remove a question from the list',
	effect: 'write',
	input: z.object({
		interviewId: id,
		id,
		was: questionTyped.optional(),
		/** original instant, given only when an undo restores it */
		removedAt: instant.optional()
	}),
	output: changedQuestion.extend({ removedAt: z.string() }),
	example,
	said: 'Removed. The next question moved up',
	undo: ({ id: questionId, interviewId, removedAt }): UndoStep =>
		undoneBy(restoreQuestion, { interviewId, id: questionId, removedAt }),
	run: async (context, input) => {
		const { questions, row } = await questionToChange(context, input);
		refuseAlwaysAsked(row);
		requireUnchanged(row.text, input.was);
		if (row.removedAt) return { ...changedView(questions, row), removedAt: row.removedAt };
		const removedAt = restoredAt(input.removedAt, context.now);
		return {
			...(await change(context, questions, row, 'questions.removed', { removedAt })),
			removedAt
		};
	}
});

/**
 * Restores a dropped question with its rank.
 * @param removedAt expected instant of dropping; left out, it is not checked
 * @refuses `question.missing`, `interviews.closed`, `preparation.changed-since`
 */
export const restoreQuestion = operation({
	name: 'questions.restore',
	http: { verb: 'POST', path: '/interviews/{interviewId}/questions/{id}/restore' },
	summary: 'Restore a removed question',
	effect: 'write',
	input: z.object({ interviewId: id, id, removedAt: z.string().max(40).optional() }),
	output: changedQuestion.extend({
		/** when it had been dropped */ removedAt: z.string().nullable()
	}),
	example,
	said: ({ fits }) => (fits ? 'Question restored' : 'Question restored for extra time'),
	undo: ({ id: questionId, interviewId, text, removedAt }): UndoStep =>
		undoneBy(removeQuestion, {
			interviewId,
			id: questionId,
			was: digestOf(text),
			removedAt: removedAt ?? undefined
		}),
	run: async (context, input) => {
		const { questions, row } = await questionToChange(context, input);
		requireUnchanged(row.removedAt ?? '', input.removedAt, 'removedAt');
		const { removedAt } = row;
		if (!removedAt) return { ...changedView(questions, row), removedAt };
		const restored = await change(context, questions, row, 'questions.restored', {
			removedAt: null
		});
		return { ...restored, removedAt };
	}
});
