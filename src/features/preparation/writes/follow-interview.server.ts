import type { Scope } from '#server/scope.server.ts';
import { coreRows } from '../reads/questions.server.ts';
import * as store from '../store.server.ts';

/**
 * Updates the questions of a future talk after its interview got another theme or channel: core
 * questions take the theme's wording (method 5), and questions to alumni come first (method 2). The
 * explorer's own questions, and those of talks held, stay.
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
