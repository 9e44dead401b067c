import { extensionPoint } from '#kernel/extension.ts';
import type { Context } from '#server/perform.ts';
import type { Scope } from '#server/scope.server.ts';

/** Notes of a conversation, for messages written after it. */
export interface NotedTexts {
	/** the most important insight, with the partner's own words if noted */
	strongest: { text: string; words: string } | undefined;
	/** all notes, the most important first */
	all: string[];
}

/** Extension point: a higher feature provides the notes of a conversation. */
export const talkTexts =
	extensionPoint<(scope: Scope, interviewId: string) => Promise<NotedTexts>>('what a talk said');

/** Notes of the conversation of one interview. */
export async function saidInTalk(
	{ scope, extensions }: Pick<Context, 'scope' | 'extensions'>,
	interviewId: string
): Promise<NotedTexts> {
	const [read] = extensions.of(talkTexts);
	return read ? read(scope, interviewId) : { strongest: undefined, all: [] };
}
