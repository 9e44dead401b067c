import { addMinutes, dayOf, type Day } from '#kernel/clock.ts';
import { lookAgain } from '#features/decision/reads/decisions.server.ts';
import { introductionSteps } from '#features/introductions/reads/introductions.server.ts';
import { preparationOf } from '#features/preparation/reads/preparation.server.ts';
import { briefParts } from '#features/preparation/rules/brief.ts';
import type { Scope } from '#server/scope.server.ts';
import type { BriefProgress, TodayFacts, TodayInterview } from '../rules/today-facts.ts';
import { nearness, type Moment } from '../rules/today-step.ts';
import { anyoneAdded, importsOf } from '#features/people/reads/imports.server.ts';

/**
 * Number of people for the rules, which only ask whether there are any: a finished import answers
 * that without a scan of 30,000 people. An import needs a step when it was read or stopped and is
 * not settled.
 */
export async function peopleAndImports(scope: Scope) {
	const [imports, isAnyoneAdded] = await Promise.all([importsOf(scope), anyoneAdded(scope)]);
	const imported = imports.some((each) => each.committedAt !== null && each.newCount > 0);
	return {
		people: imported || isAnyoneAdded ? 1 : 0,
		imports: imports
			.filter((each) => each.committedAt === null && each.clearedAt === null)
			// A file that could not be read, or that brings nobody new, is no task; its own page explains why.
			.filter((each) => each.readAt !== null && each.failedAt === null && each.newCount > 0)
			.map((each) => ({
				id: each.id,
				name: each.fileName,
				state: 'preview' as const,
				done: each.readCount,
				total: each.newCount,
				since: each.readAt ?? each.uploadedAt
			}))
	};
}

/** Introductions to answer, future events, and people met and not written to. */
export async function fromChannels(
	scope: Scope,
	day: Day
): Promise<Pick<TodayFacts, 'introduced' | 'events'>> {
	const { introductionsToWrite, followUps, eventsAhead } = await introductionSteps(scope, day);
	return {
		introduced: introductionsToWrite.map(({ connectorName, ...each }) => ({
			...each,
			connector: connectorName
		})),
		events: [
			...eventsAhead.map((event) => ({ ...event, met: 0, left: 0 })),
			...followUps
				.filter(({ onDay }) => onDay < day)
				.map(({ eventId, title, onDay, left, of }) => ({
					id: eventId,
					title,
					onDay,
					met: of,
					left
				}))
		]
	};
}

/** Decisions to review; parked themes have their own review date. */
export async function decidedBefore(scope: Scope, day: Day): Promise<Pick<TodayFacts, 'decided'>> {
	const due = (await lookAgain(scope, day)).filter(({ outcome }) => outcome !== 'park');
	return { decided: due.map(({ decisionId, ...each }) => ({ id: decisionId, ...each })) };
}

/** Most briefs read for Today [D]: few talks are near. */
const MOST_BRIEFS = 3;

/** Progress of the briefs of the next talks. */
export async function withBriefs(
	scope: Scope,
	threads: TodayInterview[],
	moment: Moment
): Promise<TodayInterview[]> {
	const near = threads
		.flatMap(({ id, meeting }) => (meeting ? [{ id, meeting }] : []))
		.filter(({ meeting }) => addMinutes(meeting.startsAt, meeting.minutes) > moment.now)
		.filter(
			({ meeting }) => nearness(dayOf(meeting.startsAt, moment.zone), moment.today) !== 'none'
		)
		.toSorted((one, other) => (one.meeting.startsAt < other.meeting.startsAt ? -1 : 1))
		.slice(0, MOST_BRIEFS);
	const briefs = new Map<string, BriefProgress>();
	for (const { id } of near) {
		const parts = briefParts((await preparationOf(scope, id)).research);
		const missing = parts.filter((part) => !part.done);
		briefs.set(id, {
			done: parts.length - missing.length,
			total: parts.length,
			miss: missing[0]?.miss ?? ''
		});
	}
	return threads.map((thread) => ({ ...thread, brief: briefs.get(thread.id) }));
}
