import { found, oneIn, refuseConflict } from '#kernel/refusal.ts';
import { openInterview } from '#features/interviews/reads/interviews.server.ts';
import type { Context } from '#server/perform.ts';
import { coreRows } from '../reads/questions.server.ts';
import { minutesOf } from '../reads/preparation.server.ts';
import { isAlwaysAsked } from '../rules/core-questions.ts';
import { questionsThatFit } from '../rules/fit.ts';
import { drawLine, liveQuestions } from '../rules/line.ts';
import * as store from '../store.server.ts';

/** The stored questions of one interview, ready to be changed. */
export interface Questions {
	interviewId: string;
	rows: store.QuestionRow[];
	fit: number;
}

/**
 * Reads the questions of an open interview and stores the core questions before the first change,
 * so that reads never write.
 * @throws Refusal `interview.missing`, `interviews.closed`
 */
export async function questionsToChange(
	{ scope, now }: Context,
	interviewId: string
): Promise<Questions> {
	await openInterview(scope, interviewId);
	const interviewContext = found(await store.interviewContextOf(scope, interviewId), 'interview');
	let rows = await store.questionRows(scope, interviewId);
	if (rows.length === 0) {
		rows = await coreRows(scope, interviewContext);
		await store.addQuestions(scope, interviewId, rows, now);
	}
	return { interviewId, rows, fit: questionsThatFit(minutesOf(interviewContext)) };
}

/** Finds one of the questions. @throws Refusal `question.missing` */
export function questionIn({ rows }: Questions, id: string): store.QuestionRow {
	return oneIn(rows, id, 'question');
}

/** One question of an open interview, with the others. @throws Refusal as the two above */
export async function questionToChange(
	context: Context,
	{ interviewId, id }: { interviewId: string; id: string }
) {
	const questions = await questionsToChange(context, interviewId);
	return { questions, row: questionIn(questions, id) };
}

/** Live questions in the order of the page: those that fit, then those that wait. */
export function liveIn({ rows, fit }: Questions): store.QuestionRow[] {
	return liveQuestions(drawLine(rows, fit));
}

/**
 * Applies a change to a question and returns its place afterwards.
 * @param verb verb of the event
 */
export async function change(
	{ scope, now, record }: Context,
	questions: Questions,
	row: store.QuestionRow,
	verb: string,
	changes: Partial<Omit<store.QuestionRow, 'id' | 'code'>>
) {
	await store.changeQuestion(scope, row.id, changes, now);
	record({ verb, about: { kind: 'question', id: row.id } });
	const changed = { ...row, ...changes };
	return changedView(
		{ ...questions, rows: questions.rows.with(questions.rows.indexOf(row), changed) },
		changed
	);
}

/** A question, and whether it fits into the talk. */
export function changedView({ rows, fit, interviewId }: Questions, row: store.QuestionRow) {
	const { fitting } = drawLine(rows, fit);
	return { id: row.id, interviewId, text: row.text, fits: fitting.includes(row) };
}

/**
 * Refuses a change to the three questions of every brief.
 * @throws Refusal `questions.asked-of-everyone`
 */
export function refuseAlwaysAsked(row: store.QuestionRow): void {
	if (!isAlwaysAsked(row.code)) return;
	throw refuseConflict(
		'questions.asked-of-everyone',
		'You ask every partner this question, so that you can compare answers. Nothing was changed. You can edit its wording, or move it down.'
	);
}

/** Requires a live question, neither dropped nor known. @throws Refusal `questions.not-in-sight` */
export function requireLive(row: store.QuestionRow): void {
	if (!row.removedAt && !row.knownSourceId) return;
	throw refuseConflict(
		'questions.not-in-sight',
		'This question is removed or marked as known, so it cannot be moved. Nothing was changed. Restore it first.'
	);
}
