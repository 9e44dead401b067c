import type { Scope } from '#server/scope.server.ts';
import { reduceTalk, type TalkState } from '../rules/talk-state.ts';
import { note, type TalkView } from '../schemas.ts';
import { eventsOf } from '../store.server.ts';
import { lengthOf } from '../rules/after-text.ts';

/** Converts the state of a talk for other features. @returns null for one that has not begun */
export function toTalkView(interviewId: string, state: TalkState): TalkView | null {
	const { startedAt, endedAt, agreedMinutes, extraMinutes } = state;
	if (!startedAt) return null;
	return {
		interviewId,
		startedAt,
		endedAt,
		agreedMinutes,
		extraMinutes,
		...lengthOf(state),
		notes: state.notes.map((each) => note.parse(each))
	};
}

/** The talk of an interview with its notes; null if none has begun. */
export async function talkOf(scope: Scope, interviewId: string): Promise<TalkView | null> {
	return toTalkView(interviewId, reduceTalk(await eventsOf(scope, interviewId)));
}
