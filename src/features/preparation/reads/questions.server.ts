import type { Scope } from '#server/scope.server.ts';
import { derivedId } from './derived-id.server.ts';
import { coreQuestions } from '../rules/core-questions.ts';
import { coreWording, questionRows, type QuestionRow } from '../store.server.ts';

/** The interview whose questions are read. */
export interface QuestionOwner {
	interviewId: string;
	themeId: string;
	channel: string;
}

/** Core questions of an interview as rows that are not stored yet. */
export async function coreRows(scope: Scope, owner: QuestionOwner): Promise<QuestionRow[]> {
	const wording = await coreWording(scope, owner.themeId);
	return coreQuestions(owner.channel, wording).map(({ code, text }, index) => ({
		id: derivedId(owner.interviewId, `question:${code}`),
		code,
		text,
		rank: index + 1,
		knownSourceId: null,
		removedAt: null
	}));
}

/** Questions of an interview by rank: stored rows, else the core questions of its theme. */
export async function questionsOf(scope: Scope, owner: QuestionOwner): Promise<QuestionRow[]> {
	const rows = await questionRows(scope, owner.interviewId);
	return rows.length > 0 ? rows : coreRows(scope, owner);
}
