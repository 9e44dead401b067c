import { extensionPoint } from '#kernel/extension.ts';
import type { Context } from '#server/perform.ts';
import type { Scope } from '#server/scope.server.ts';

/** What is noted of a talk, for what is written after it. */
export interface Said {
	/** what weighed most, in the partner's words where they were kept */
	strongest: { text: string; words: string } | undefined;
	/** what was noted, the weightiest first */
	all: string[];
}

/** Where the feature that keeps what a talk taught says what was said in it. */
export const talkSaid =
	extensionPoint<(scope: Scope, interviewId: string) => Promise<Said>>('what a talk said');

/** What is noted of the talk of one interview. */
export async function saidInTalk(
	{ scope, extensions }: Pick<Context, 'scope' | 'extensions'>,
	interviewId: string
): Promise<Said> {
	const [read] = extensions.of(talkSaid);
	return read ? read(scope, interviewId) : { strongest: undefined, all: [] };
}
