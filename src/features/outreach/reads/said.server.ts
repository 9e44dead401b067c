import { extensionPoint } from '#kernel/extension.ts';
import type { Context } from '#server/perform.ts';
import type { Scope } from '#server/scope.server.ts';

/** Notes of a conversation, for messages written after it. */
export interface Said {
	/** the most important insight, with the partner's own words if noted */
	strongest: { text: string; words: string } | undefined;
	/** all notes, the most important first */
	all: string[];
}

/** Extension point: a higher feature provides the notes of a conversation. */
export const talkSaid =
	extensionPoint<(scope: Scope, interviewId: string) => Promise<Said>>('what a talk said');

/** Notes of the conversation of one interview. */
export async function saidInTalk(
	{ scope, extensions }: Pick<Context, 'scope' | 'extensions'>,
	interviewId: string
): Promise<Said> {
	const [read] = extensions.of(talkSaid);
	return read ? read(scope, interviewId) : { strongest: undefined, all: [] };
}
