import type { NotedTexts } from '#features/outreach/reads/noted-texts.server.ts';
import { talkOf } from '#features/talk/reads/talks.server.ts';
import type { TalkView } from '#features/talk/schemas.ts';
import type { Scope } from '#server/scope.server.ts';
import { debriefOf, insightsOf, type DebriefRow, type ListedInsightRow } from '../store.server.ts';

/** Most texts of a talk, more than a thank-you could mention [D]. */
const MOST_TEXTS = 16;

/** Texts noted of a talk: insights by strength, then the debrief, then marked notes. */
export function notedTexts(
	insights: readonly ListedInsightRow[],
	debrief: DebriefRow | undefined,
	talk: TalkView | null
): NotedTexts {
	const weightiest = insights.toSorted((one, other) => other.strength - one.strength);
	const notes = (talk?.notes ?? []).filter(({ tag }) => tag !== null && tag !== 'a-name');
	const all = [
		...weightiest.flatMap(({ words, text }) => [words, text]),
		debrief?.surprised ?? '',
		debrief?.liked ?? '',
		...notes.map(({ text }) => text)
	];
	return {
		strongest: weightiest.find(({ words }) => words !== '') ?? weightiest[0],
		all: [...new Set(all.filter((each) => each.trim() !== ''))].slice(0, MOST_TEXTS)
	};
}

/** Reads the texts noted of one interview's talk. */
export async function readNotedTexts(scope: Scope, interviewId: string): Promise<NotedTexts> {
	const insights = await insightsOf(scope, interviewId);
	return notedTexts(
		insights,
		await debriefOf(scope, interviewId),
		await talkOf(scope, interviewId)
	);
}
