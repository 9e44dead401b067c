import { z } from 'zod';
import { workspaceOf } from '#features/account/reads/workspace.server.ts';
import { headOf, interviewNamed } from '#features/interviews/reads/interviews.server.ts';
import { requestAndFollowUp } from '#features/outreach/reads/messages.server.ts';
import { mediumIn } from '#method/media.ts';
import { preparationOf } from '#features/preparation/reads/preparation.server.ts';
import { found } from '#kernel/refusal.ts';
import { exampleId } from '#method/field-schemas.ts';
import { operation, type Context } from '#server/perform.ts';
import { invitationOf } from '../reads/invitation.server.ts';
import { toMeetingView } from '../reads/meetings.server.ts';
import { confirmationOf } from '../rules/confirmation.ts';
import { prefilledAfter, prefilledFrom, prefilledNew } from '../rules/prefilled.ts';
import { stateOf } from '../rules/state.ts';
import { agreed, id } from '../schemas.ts';
import * as store from '../store.server.ts';

async function requestTerms({ scope }: Context, interviewId: string) {
	const messages = await requestAndFollowUp(scope, interviewId);
	const request = messages.find((message) => message.purpose === 'request');
	return {
		sent: request?.sentAt ? request.minutes : null,
		minutes: request?.minutes ?? undefined,
		medium: request && mediumIn(request.body)
	};
}

/**
 * The data of the page about the agreed time: the present meeting, a cancelled one, initial values of
 * the form, and the text to send the day before.
 * @refuses `interview.missing`
 */
export const getMeeting = operation({
	name: 'meetings.get',
	http: { verb: 'GET', path: '/interviews/{interviewId}/meeting' },
	summary: 'Get the agreed meeting of an interview',
	effect: 'read',
	input: z.object({ interviewId: id }),
	output: agreed,
	example: { interviewId: exampleId },
	run: async (context, input) => {
		const { scope, now } = context;
		const thread = await interviewNamed(scope, input.interviewId);
		const { name, email, zone } = await workspaceOf(context.scope);
		const { progress } = await preparationOf(scope, thread.id);
		const head = headOf(thread, progress);
		const meetings = await store.meetingsOf(scope, thread.id);
		const present = meetings.find((meeting) => meeting.cancelledAt === null);
		const cancelled = meetings.find((meeting) => meeting.cancelledAt !== null);
		const request = await requestTerms(context, thread.id);
		const usual = prefilledNew(request, thread.personZone);
		const state = stateOf(thread, present, cancelled, now);
		const names = { partner: head.person.givenName, explorer: name };
		return {
			head,
			state,
			zone,
			meeting: present ? toMeetingView(present) : null,
			cancelled:
				cancelled && !present
					? {
							...toMeetingView(cancelled),
							because: cancelled.because,
							cancelledAt: cancelled.changedAt
						}
					: null,
			prefilled: present
				? prefilledFrom(present, zone)
				: cancelled
					? prefilledAfter(cancelled)
					: usual,
			askedMinutes: request.sent,
			confirmation:
				present && state === 'agreed' ? confirmationOf(present, names, { now, zone }) : null,
			organizer: { name, email }
		};
	}
});

/**
 * The calendar file of an interview: of the present meeting, or the cancellation of a cancelled one.
 * @param whose calendar of the explorer or of the partner; each file names the other side
 * @refuses `interview.missing`, `meeting.missing` when no time was ever agreed
 */
export const readInvitation = operation({
	name: 'meetings.invitation',
	http: { verb: 'GET', path: '/interviews/{interviewId}/meeting/invitation' },
	summary: 'Get the calendar invitation of an interview',
	effect: 'read',
	input: z.object({
		interviewId: id,
		whose: z
			.enum(['mine', 'theirs'], { error: 'Choose whose calendar: mine or theirs.' })
			.default('mine')
	}),
	output: z.object({
		fileName: z.string(),
		method: z.enum(['PUBLISH', 'CANCEL']),
		/** text/calendar */
		text: z.string()
	}),
	example: { interviewId: exampleId, whose: 'theirs' },
	run: async (context, input) => {
		const { scope } = context;
		const thread = await interviewNamed(scope, input.interviewId);
		const { name, email, zone } = await workspaceOf(context.scope);
		const meetings = await store.meetingsOf(scope, thread.id);
		const present = meetings.find((each) => each.cancelledAt === null);
		const meeting = found(present ?? meetings[0], 'meeting');
		const parties = { explorer: name, email, partner: thread.personName, zone };
		return invitationOf(meeting, input.whose, parties);
	}
});
