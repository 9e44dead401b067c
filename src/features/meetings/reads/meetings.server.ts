import type { Scope } from '#server/scope.server.ts';
import type { MeetingView } from '../schemas.ts';
import { meetingsOf, type Meeting } from '../store.server.ts';

/** A meeting without the fields of a cancellation. */
export function toMeetingView({ cancelledAt, because, ...meeting }: Meeting): MeetingView {
	void cancelledAt;
	void because;
	return meeting;
}

/** The meeting of an interview that is not cancelled; there is at most one. */
export async function meetingOf(scope: Scope, interviewId: string): Promise<MeetingView | null> {
	const meetings = await meetingsOf(scope, interviewId);
	const present = meetings.find((meeting) => meeting.cancelledAt === null);
	return present ? toMeetingView(present) : null;
}
