import { z } from 'zod';
import { undoneBy, type UndoStep } from '#kernel/operation.ts';
import { missing } from '#kernel/refusal.ts';
import { exampleId } from '#method/field-schemas.ts';
import { operation } from '#server/perform.ts';
import { requireUnchanged } from '../writes/changed-since.server.ts';
import {
	change,
	questionToChange,
	refuseAlwaysAsked,
	requireLive,
	changedView
} from '../writes/questions-to-change.server.ts';
import { changedQuestion, id } from '../schemas.ts';
import * as store from '../store.server.ts';

/**
 * Marks a question as answered by a source; the next one takes its place (method 5).
 * @param sourceId a source of the same interview
 * @returns the question with the title of the source
 * @refuses `question.missing`, `source.missing`, `interviews.closed`, `questions.not-in-sight`,
 * `questions.asked-of-everyone`
 */
export const markKnown = operation({
	name: 'questions.markKnown',
	http: { verb: 'POST', path: '/interviews/{interviewId}/questions/{id}/known' },
	summary: 'Mark a question as already known from a source',
	effect: 'write',
	input: z.object({ interviewId: id, id, sourceId: id }),
	output: changedQuestion.extend({ knownFrom: z.string() }),
	example: { interviewId: exampleId, id: exampleId, sourceId: exampleId },
	said: ({ knownFrom }) => `Marked as known from “${knownFrom}”`,
	undo: ({ id: questionId, interviewId }, { sourceId }): UndoStep =>
		undoneBy(unmarkKnown, { interviewId, id: questionId, sourceId }),
	run: async (context, input) => {
		const { questions, row } = await questionToChange(context, input);
		const source = await store.sourceOf(context.scope, input.sourceId);
		if (source?.interviewId !== input.interviewId) throw missing('source');
		const knownFrom = source.title;
		if (row.knownSourceId === source.id) return { ...changedView(questions, row), knownFrom };
		refuseAlwaysAsked(row);
		requireLive(row);
		const marked = await change(context, questions, row, 'questions.known', {
			knownSourceId: source.id
		});
		return { ...marked, knownFrom };
	}
});

/**
 * Removes that mark, so that the question takes its place again.
 * @param sourceId expected source of the mark; left out, it is not checked
 * @returns the question and the former source, for `questions.markKnown`
 * @refuses `question.missing`, `interviews.closed`, `preparation.changed-since`
 */
export const unmarkKnown = operation({
	name: 'questions.unmarkKnown',
	http: { verb: 'DELETE', path: '/interviews/{interviewId}/questions/{id}/known' },
	summary: 'Restore a question that was marked as known',
	effect: 'write',
	input: z.object({ interviewId: id, id, sourceId: id.optional() }),
	output: changedQuestion.extend({ sourceId: z.string().nullable() }),
	example: { interviewId: exampleId, id: exampleId },
	said: 'Question restored',
	undo: ({ id: questionId, interviewId, sourceId }) =>
		sourceId === null ? undefined : undoneBy(markKnown, { interviewId, id: questionId, sourceId }),
	run: async (context, input) => {
		const { questions, row } = await questionToChange(context, input);
		const sourceId = row.knownSourceId;
		requireUnchanged(sourceId ?? '', input.sourceId, 'sourceId');
		if (sourceId === null) return { ...changedView(questions, row), sourceId };
		const asked = await change(context, questions, row, 'questions.asked-after-all', {
			knownSourceId: null
		});
		return { ...asked, sourceId };
	}
});
