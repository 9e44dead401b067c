import { z } from 'zod';
import { businessCalendar } from '#features/account/reads/calendar.server.ts';
import { otherInterviews, refusalsToAsk } from '#features/outreach/reads/asking.server.ts';
import { requestAndFollowUp } from '#features/outreach/reads/messages.server.ts';
import { toSourceView } from '#features/preparation/reads/sources.server.ts';
import { preparationOf } from '#features/preparation/reads/preparation.server.ts';
import { updateDueOn } from '#features/outreach/rules/updates.ts';
import { requestReady } from '#features/preparation/rules/request-ready.ts';
import { dayOf } from '#kernel/clock.ts';
import { operation, type Context } from '#server/perform.ts';
import { interviewNamed } from '#features/interviews/reads/interviews.server.ts';
import { MOST_WAITING } from '#features/interviews/rules/asking.ts';
import { mayReopen, reasonsToClose } from '#features/interviews/rules/closing.ts';
import { closingReasons } from '#method/closing-reasons.ts';
import { countInSeason } from '#features/interviews/rules/season.ts';
import { isWaiting, stageOf } from '#method/stage.ts';
import { threadOf } from '#features/interviews/rules/thread.ts';
import { waitingCadence } from '#features/outreach/rules/waiting-cadence.ts';
import { exampleId } from '#method/field-schemas.ts';
import { id, medium as mediumSchema } from '#features/interviews/schemas.ts';
import { thread, type Thread } from '../schemas.ts';
import * as interviews from '#features/interviews/reads/interviews.server.ts';
import { headOf } from '#features/interviews/reads/head.server.ts';

type Interview = Awaited<ReturnType<typeof interviewNamed>>;

/** Cadence of a waiting request, null otherwise; past steps are null. */
async function cadenceOf(
	{ scope, now }: Context,
	interview: Interview,
	secondAsked: boolean
): Promise<Thread['cadence']> {
	if (!isWaiting(interview)) return null;
	const calendar = await businessCalendar(scope);
	const plan = waitingCadence(interview, secondAsked, calendar, dayOf(now, calendar.zone));
	if (!plan) return null;
	const { quietFor, secondPersonOn = null, followUpOn = null, closeOn = null } = plan;
	return { quietFor, secondPersonOn, followUpOn, closeOn };
}

/** Date of the update, two weeks after the talk (method 7), if thanked and not updated yet. */
async function tellOnOf(scope: Context['scope'], { heldAt, thankedAt, toldAt }: Interview) {
	if (!thankedAt || toldAt) return null;
	const { zone } = await businessCalendar(scope);
	return updateDueOn({ heldAt }, zone) ?? null;
}

function meetingIn({ startsAt, minutes, medium, partnerZone, meetingPlace }: Interview) {
	if (!startsAt || !minutes || !medium) return null;
	const place = meetingPlace ?? '';
	return { startsAt, minutes, medium: mediumSchema.parse(medium), partnerZone, place };
}

/**
 * View of one interview: the timeline from wish to thank-you, goals, sources, messages, refusals of
 * a request, and the cadence of a waiting one.
 * @refuses `interview.missing`
 */
export const getInterview = operation({
	name: 'interviews.get',
	http: { verb: 'GET', path: '/interviews/{id}' },
	summary: 'View an interview with its timeline, preparation and messages',
	effect: 'read',
	input: z.object({ id }),
	output: thread,
	example: { id: exampleId },
	run: async (context, input) => {
		const { scope, now } = context;
		const interview = await interviewNamed(scope, input.id);
		const preparation = await preparationOf(scope, interview.id);
		const { goals, sources, research, progress } = preparation;
		const stage = stageOf(interview);
		const asking = await otherInterviews(scope, interview);
		const refusals =
			stage === 'to-ask' ? await refusalsToAsk(context, interview, preparation, asking) : [];
		const others = await interviews.othersOfTheme(scope, interview.themeId, interview.id);
		const name = interview.givenName || interview.personName;
		return {
			...headOf(interview, progress),
			meeting: meetingIn(interview),
			underWaySince: interview.heldAt ? null : interview.underWaySince,
			toldAt: interview.toldAt,
			tellOn: await tellOnOf(scope, interview),
			timeline: threadOf({
				...interview,
				name,
				wishedFrom: interview.connection || undefined,
				meetingAt: interview.startsAt
			}),
			goals: goals.map(({ id: goalId, text }) => ({ id: goalId, text })),
			sources: sources.map(toSourceView),
			misses: requestReady(research.goals, research.sources).misses,
			messages: await requestAndFollowUp(scope, interview.id),
			cadence: await cadenceOf(
				context,
				interview,
				others.some((other) => other.askedAt !== null)
			),
			refusals: refusals.map(({ code, sentence }) => ({ code, sentence })),
			waiting: { count: asking.waiting, of: MOST_WAITING },
			askedThisSeason: countInSeason(
				asking.withPartner.flatMap((each) => each.askedAt ?? []),
				now
			),
			others: others.map((other) => ({
				id: other.id,
				personName: other.personName,
				stage: stageOf(other)
			})),
			reasonsToClose: interview.closedAt
				? []
				: reasonsToClose(interview).map((code) => ({ code, name: closingReasons[code].name })),
			mayReopen: interview.closedAt !== null && mayReopen(interview) === undefined,
			mayRemove: !(interview.askedAt ?? interview.agreedAt ?? interview.heldAt)
		};
	}
});
