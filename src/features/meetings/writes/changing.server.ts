import { interviewOf } from '#features/interviews/reads/interviews.server.ts';
import { missing, found, refuseConflict } from '#kernel/refusal.ts';
import type { Scope } from '#server/scope.server.ts';
import { changedSince, mayArrange } from '../rules/may-agree.ts';
import { meetingSentence, type Reader } from '../rules/meeting-text.ts';
import { toMeetingView } from '../reads/meetings.server.ts';
import { meetingById } from '../store.server.ts';

/**
 * Reads a meeting with its interview; refuses once the interview was held.
 * @throws Refusal `meeting.missing`, `meetings.held`
 */
export async function arranged(scope: Scope, id: string) {
	const meeting = await meetingById(scope, id);
	const interview = meeting && (await interviewOf(scope, meeting.interviewId));
	if (!meeting || !interview) throw missing('meeting');
	const refusal = mayArrange(interview);
	if (refusal) throw refusal;
	return { meeting, interview };
}

/**
 * The same, and checks that it is not cancelled and has the version that the caller read.
 * @throws Refusal `meeting.missing`, `meetings.held`, `meetings.cancelled-already`,
 * `meetings.changed-since`
 */
export async function meetingToChange(scope: Scope, input: { id: string; changedAt: string }) {
	const found = await arranged(scope, input.id);
	if (found.meeting.cancelledAt) {
		throw refuseConflict(
			'meetings.cancelled-already',
			'This meeting is already cancelled. Nothing was changed. You can agree on a new time.'
		);
	}
	if (found.meeting.changedAt !== input.changedAt) throw changedSince;
	return found;
}

/** The stored meeting, and the same as a sentence. */
export async function meetingAnswer(scope: Scope, id: string, reader: Reader) {
	const meeting = found(await meetingById(scope, id), 'meeting');
	return { ...toMeetingView(meeting), said: meetingSentence(meeting, reader) };
}
