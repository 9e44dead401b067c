import type { Scope } from '#server/scope.server.ts';
import { coreRows } from '../reads/questions.server.ts';
import * as store from '../store.server.ts';

/**
 * Lets the questions of a talk ahead follow its interview to another theme or channel: core
 * questions take the words that every partner of the theme hears (method 5), and those that alumni
 * are asked besides come before the others (method 2). The explorer's own stay, and so does what
 * was asked in a talk that was held.
 * @param now ISO instant
 */
export async function followInterview(
	scope: Scope,
	interviewId: string,
	now: string
): Promise<void> {
	const interviewContext = await store.interviewContextOf(scope, interviewId);
	if (!interviewContext || interviewContext.heldAt !== null || interviewContext.questions === 0)
		return;
	const rows = await store.questionRows(scope, interviewId);
	const core = await coreRows(scope, interviewContext);
	const added = core.filter(({ code }) => !rows.some((row) => row.code === code));
	for (const row of rows) {
		const text = core.find(({ code }) => code === row.code)?.text ?? row.text;
		if (added.length === 0 && text === row.text) continue;
		await store.changeQuestion(scope, row.id, { text, rank: row.rank + added.length }, now);
	}
	const first = added.map((row, index) => ({ ...row, rank: index + 1 }));
	if (first.length > 0) await store.addQuestions(scope, interviewId, first, now);
}
