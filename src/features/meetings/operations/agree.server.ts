import { z } from 'zod';
import { workspaceOf } from '#features/account/reads/workspace.server.ts';
import { unnoteAnswer } from '#features/interviews/writes/interviews.server.ts';
import { isClosed, openInterview } from '#features/interviews/reads/interviews.server.ts';
import { setThreadDates } from '#features/interviews/writes/thread-dates.server.ts';
import { undoneBy } from '#kernel/operation.ts';
import { otherBody } from '#kernel/refusal.ts';
import { exampleId } from '#method/field-schemas.ts';
import { operation } from '#server/perform.ts';
import { arranged, meetingAnswer } from '../writes/changing.server.ts';
import { meetingOf } from '../reads/meetings.server.ts';
import { chosenTime } from '../rules/chosen-time.ts';
import { agreedAlready, changedSince, isLate, mayArrange } from '../rules/may-agree.ts';
import { isSameAgreement } from '../rules/same-terms.ts';
import { agreement, agreementExample, exampleChange, id, meetingView } from '../schemas.ts';
import * as store from '../store.server.ts';

/**
 * Notes the agreed time of a meeting (method 4): instant, zone and wall time. Also notes the partner's
 * answer to the request if none was noted.
 * @param time wall time, `16:00`, in the explorer's zone, or the partner's with `clock: theirs`
 * @param fold which occurrence of a wall time that comes twice when the clocks go back
 * @param minutes 10, 15, 20 or 30
 * @returns the meeting, and the same as a sentence
 * @refuses `interview.missing`, `interviews.closed`, `meetings.held`, `meetings.agreed-already`,
 * `meetings.no-such-time`, `meetings.time-twice`, `meetings.zone-missing`,
 * `meetings.in-the-past`, `meetings.too-far`, `meeting.other-body`
 */
export const agreeMeeting = operation({
	name: 'meetings.agree',
	http: { verb: 'POST', path: '/interviews/{interviewId}/meeting' },
	summary: 'Record the agreed time, length and medium',
	effect: 'write',
	input: z.object({ interviewId: id, id: id.optional(), ...agreement }),
	output: meetingView.extend({ said: z.string() }),
	example: { interviewId: exampleId, ...agreementExample },
	said: ({ said }) => `Agreed: ${said}`,
	undo: ({ id, agreedAt }) => undoneBy(unagreeMeeting, { id, agreedAt }),
	run: async (context, input) => {
		const { scope, now, record, newId } = context;
		const { zone: mine } = await workspaceOf(context.scope);
		const interview = await openInterview(scope, input.interviewId);
		const meetingId = input.id ?? newId();
		const existing = await store.meetingById(scope, meetingId);
		const zones = { mine, theirs: input.partnerZone ?? null };
		if (existing) {
			const same = existing.interviewId === interview.id && !existing.cancelledAt;
			if (!same || !isSameAgreement(existing, input, zones)) throw otherBody('meeting');
			return meetingAnswer(scope, existing.id, { now, zone: mine });
		}
		const refusal = mayArrange(interview);
		if (refusal) throw refusal;
		if (await meetingOf(scope, interview.id)) throw agreedAlready;
		const { minutes, medium, place } = input;
		const terms = { partnerZone: zones.theirs, minutes, medium, place };
		const chosen = chosenTime(input, zones, now);
		const added = { id: meetingId, interviewId: interview.id, now };
		await store.addMeeting(scope, { ...added, ...terms, ...chosen });
		const answered = interview.answeredAt ? {} : { answeredAt: now };
		await setThreadDates(scope, interview.id, { agreedAt: now, ...answered }, now);
		record({ verb: 'meetings.agreed', about: { kind: 'meeting', id: meetingId } });
		return meetingAnswer(scope, meetingId, { now, zone: mine });
	}
});

/**
 * Reverses `meetings.agree` within an hour, with the answer that was noted with it. A meeting that does
 * not take place is cancelled by `meetings.cancel` instead.
 * @param agreedAt as `meetings.agree` returned it
 * @refuses `meeting.missing`, `interviews.closed`, `meetings.held`, `meetings.changed-since`,
 * `outreach.five-waiting`
 */
export const unagreeMeeting = operation({
	name: 'meetings.unagree',
	http: { verb: 'DELETE', path: '/meetings/{id}' },
	summary: 'Undo an agreed time that was recorded in the last hour',
	effect: 'write',
	input: z.object({
		id,
		agreedAt: z.iso.datetime('Give the time at which the meeting was agreed on.')
	}),
	output: z.object({ id: z.string() }),
	example: { id: exampleId, agreedAt: exampleChange },
	run: async (context, input) => {
		const { scope, now, record } = context;
		const { meeting, interview } = await arranged(scope, input.id);
		if (interview.closedAt) throw isClosed();
		const { agreedAt, changedAt, cancelledAt } = meeting;
		const touched = cancelledAt !== null || changedAt !== agreedAt || agreedAt !== input.agreedAt;
		if (touched || isLate(agreedAt, now)) throw changedSince;
		await store.removeMeeting(scope, meeting.id);
		await setThreadDates(scope, interview.id, { agreedAt: null }, now);
		if (interview.answeredAt === agreedAt) {
			await unnoteAnswer(context, { id: interview.id, answeredAt: agreedAt });
		}
		record({ verb: 'meetings.unagreed', about: { kind: 'meeting', id: meeting.id } });
		return { id: meeting.id };
	}
});
