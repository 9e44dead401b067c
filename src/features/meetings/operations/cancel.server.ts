import { z } from 'zod';
import { exampleId } from '#method/field-schemas.ts';
import { undoneBy } from '#kernel/operation.ts';
import { workspaceOf } from '#features/account/reads/workspace.server.ts';
import { setThreadDates } from '#features/interviews/writes/thread-dates.server.ts';
import { operation } from '#server/perform.ts';
import { arranged, meetingAnswer, meetingToChange } from '../writes/changing.server.ts';
import { meetingOf } from '../reads/meetings.server.ts';
import { agreedAlready, changedSince, isLate } from '../rules/may-agree.ts';
import { because, changedAt, exampleChange, id, meetingView } from '../schemas.ts';
import * as store from '../store.server.ts';

/**
 * Cancels a meeting: the interview returns to its stage before a time was agreed, and the next version
 * of the calendar entry removes it (method 4). The partner's answer stays noted. Also possible in a
 * closed interview, so that nobody waits at the agreed time.
 * @param because private reason; it is in no calendar entry
 * @returns the time of cancellation, for `meetings.uncancel`
 * @refuses `meeting.missing`, `meetings.held`, `meetings.cancelled-already`,
 * `meetings.changed-since`
 */
export const cancelMeeting = operation({
	name: 'meetings.cancel',
	http: { verb: 'POST', path: '/meetings/{id}/cancel' },
	summary: 'Cancel a meeting',
	effect: 'write',
	input: z.object({ id, changedAt, because: because.default('') }),
	output: z.object({ id: z.string(), interviewId: z.string(), cancelledAt: z.string() }),
	example: { id: exampleId, changedAt: exampleChange, because: 'A child is ill' },
	said: 'Meeting cancelled',
	undo: ({ id, cancelledAt }) => undoneBy(uncancelMeeting, { id, cancelledAt }),
	run: async ({ scope, now, record }, input) => {
		const { meeting, interview } = await meetingToChange(scope, input);
		await store.setCancelled(scope, meeting, { because: input.because }, now);
		await setThreadDates(scope, interview.id, { agreedAt: null }, now);
		record({ verb: 'meetings.cancelled', about: { kind: 'meeting', id: meeting.id } });
		return { id: meeting.id, interviewId: interview.id, cancelledAt: now };
	}
});

/**
 * Reverses `meetings.cancel` within an hour.
 * @param cancelledAt as `meetings.cancel` returned it
 * @refuses `meeting.missing`, `meetings.held`, `meetings.changed-since`,
 * `meetings.agreed-already` when another time was agreed on since
 */
export const uncancelMeeting = operation({
	name: 'meetings.uncancel',
	http: { verb: 'DELETE', path: '/meetings/{id}/cancel' },
	summary: 'Restore a meeting that was cancelled in the last hour',
	effect: 'write',
	input: z.object({ id, cancelledAt: z.iso.datetime('Give the time of the cancellation.') }),
	output: meetingView.extend({ said: z.string() }),
	example: { id: exampleId, cancelledAt: exampleChange },
	run: async (context, input) => {
		const { scope, now, record } = context;
		const { zone } = await workspaceOf(context.scope);
		const { meeting, interview } = await arranged(scope, input.id);
		if (await meetingOf(scope, interview.id)) throw agreedAlready;
		const late = isLate(input.cancelledAt, now);
		if (late || meeting.cancelledAt !== input.cancelledAt) throw changedSince;
		await store.setCancelled(scope, meeting, undefined, now);
		await setThreadDates(scope, interview.id, { agreedAt: meeting.agreedAt }, now);
		record({ verb: 'meetings.uncancelled', about: { kind: 'meeting', id: meeting.id } });
		return meetingAnswer(scope, meeting.id, { now, zone });
	}
});
