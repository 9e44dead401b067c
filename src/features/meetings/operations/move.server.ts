import { z } from 'zod';
import { exampleId } from '#method/field-schemas.ts';
import { undoneBy } from '#kernel/operation.ts';
import { workspaceOf } from '#features/account/reads/workspace.server.ts';
import { isClosed } from '#features/interviews/reads/interviews.server.ts';
import { operation } from '#server/perform.ts';
import { meetingAnswer, meetingToChange } from '../writes/changing.server.ts';
import { chosenTime, refuseTooFar } from '../rules/chosen-time.ts';
import { changedSince, isLate } from '../rules/may-agree.ts';
import { isSameTime, isSameAgreement } from '../rules/same-terms.ts';
import { wallTimeAt } from '../rules/wall-time.ts';
import {
	agreement,
	agreementExample,
	changedAt,
	exampleChange,
	formerTerms,
	id,
	meetingView,
	terms
} from '../schemas.ts';
import * as store from '../store.server.ts';

/**
 * Reschedules a meeting, or changes its length, medium or place: the next version of the same calendar
 * entry (method 4). Without an actual change, nothing is written.
 * @param changedAt version that the caller read
 * @returns the meeting, the same as a sentence, and its former terms
 * @refuses `meeting.missing`, `interviews.closed`, `meetings.held`, `meetings.cancelled-already`,
 * `meetings.changed-since`, and for the time those of `meetings.agree`
 */
export const moveMeeting = operation({
	name: 'meetings.move',
	http: { verb: 'POST', path: '/meetings/{id}/move' },
	summary: 'Reschedule a meeting, in the same calendar entry',
	effect: 'write',
	input: z.object({ id, changedAt, ...agreement }),
	output: meetingView.extend({ said: z.string(), was: formerTerms }),
	example: {
		id: exampleId,
		changedAt: exampleChange,
		...agreementExample,
		day: '2026-12-02',
		time: '10:00'
	},
	said: ({ changedAt, said }, input) =>
		changedAt === input.changedAt
			? 'Nothing changed'
			: `Rescheduled: ${said}. Tell your partner, and open the calendar file again`,
	undo: ({ id, changedAt, was }, input) => {
		const minutes = terms.minutes.safeParse(was.minutes).data;
		if (changedAt === input.changedAt || minutes === undefined) return undefined;
		return undoneBy(moveMeetingBack, { ...was, id, changedAt, minutes });
	},
	run: async (context, input) => {
		const { scope, now, record } = context;
		const { zone: mine } = await workspaceOf(context.scope);
		const { meeting, interview } = await meetingToChange(scope, input);
		if (interview.closedAt) throw isClosed();
		const zones = { mine, theirs: input.partnerZone ?? null };
		if (!isSameAgreement(meeting, input, zones)) {
			const { minutes, medium, place } = input;
			const time = isSameTime(meeting, input, zones) ? meeting : chosenTime(input, zones, now);
			const { startsAt, zone, wallTime } = time;
			const next = { partnerZone: zones.theirs, minutes, medium, place };
			await store.setTerms(scope, meeting, { startsAt, zone, wallTime, ...next }, now);
			record({ verb: 'meetings.moved', about: { kind: 'meeting', id: meeting.id } });
		}
		const { startsAt, zone, partnerZone, minutes, medium, place } = meeting;
		const was = { startsAt, zone, partnerZone, minutes, medium, place };
		return { ...(await meetingAnswer(scope, meeting.id, { now, zone: mine })), was };
	}
});

/**
 * Reverses `meetings.move` within an hour, as a further version of the calendar entry, so that calendars
 * that imported the move accept it.
 * @param changedAt as `meetings.move` returned it
 * @refuses `meeting.missing`, `interviews.closed`, `meetings.held`, `meetings.cancelled-already`,
 * `meetings.changed-since`, `meetings.too-far`
 */
export const moveMeetingBack = operation({
	name: 'meetings.moveBack',
	http: { verb: 'POST', path: '/meetings/{id}/move-back' },
	summary: 'Undo rescheduling of the last hour',
	effect: 'write',
	input: z.object({ id, changedAt, ...terms }),
	output: meetingView.extend({ said: z.string() }),
	example: {
		id: exampleId,
		changedAt: exampleChange,
		startsAt: '2026-12-01T15:00:00.000Z',
		zone: 'Europe/Stockholm',
		partnerZone: 'Europe/Lisbon',
		minutes: 15,
		medium: 'phone',
		place: ''
	},
	run: async (context, input) => {
		const { scope, now, record } = context;
		const { zone: mine } = await workspaceOf(context.scope);
		const { meeting, interview } = await meetingToChange(scope, input);
		if (interview.closedAt) throw isClosed();
		if (isLate(meeting.changedAt, now)) throw changedSince;
		const { zone, partnerZone, minutes, medium, place } = input;
		const startsAt = new Date(input.startsAt).toISOString();
		refuseTooFar(startsAt, now);
		const wallTime = wallTimeAt(startsAt, zone);
		const former = { startsAt, zone, wallTime, partnerZone, minutes, medium, place };
		await store.setTerms(scope, meeting, former, now);
		record({ verb: 'meetings.movedBack', about: { kind: 'meeting', id: meeting.id } });
		return meetingAnswer(scope, meeting.id, { now, zone: mine });
	}
});
