import type { Scope } from '#server/scope.server.ts';
import type { MeetingView } from '../schemas.ts';
import { meetingsOf, type Meeting } from '../store.server.ts';

/** A meeting without what only a cancelled one has. */
export function seen({ cancelledAt, because, ...meeting }: Meeting): MeetingView {
	void cancelledAt;
	void because;
	return meeting;
}

/** The agreed time of an interview that was not called off; there is one at most. */
export async function meetingOf(scope: Scope, interviewId: string): Promise<MeetingView | null> {
	const meetings = await meetingsOf(scope, interviewId);
	const standing = meetings.find((meeting) => meeting.cancelledAt === null);
	return standing ? seen(standing) : null;
}
