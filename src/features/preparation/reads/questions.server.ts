import type { Scope } from '#server/scope.server.ts';
import { derivedId } from './derived-id.server.ts';
import { coreQuestions } from '../rules/core-questions.ts';
import { coreWording, questionRows, type QuestionRow } from '../store.server.ts';

/** Whose questions are asked for. */
export interface QuestionTopic {
	interviewId: string;
	themeId: string;
	channel: string;
}

/** The core questions of an interview as rows that nobody wrote down yet. */
export async function coreRows(scope: Scope, topic: QuestionTopic): Promise<QuestionRow[]> {
	const wording = await coreWording(scope, topic.themeId);
	return coreQuestions(topic.channel, wording).map(({ code, text }, index) => ({
		id: derivedId(topic.interviewId, `question:${code}`),
		code,
		text,
		rank: index + 1,
		knownSourceId: null,
		letGoAt: null
	}));
}

/** The questions of an interview by rank: its own rows, else the core questions of its theme. */
export async function questionsOf(scope: Scope, topic: QuestionTopic): Promise<QuestionRow[]> {
	const rows = await questionRows(scope, topic.interviewId);
	return rows.length > 0 ? rows : coreRows(scope, topic);
}
