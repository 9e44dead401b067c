import { z } from 'zod';
import type { BusinessCalendar } from '#kernel/business-days.ts';
import { addDays, addMinutes, dayOf, startOfDay, type Day } from '#kernel/clock.ts';
import { businessCalendar } from '#features/account/calendar.server.ts';
import { readReadiness } from '#features/clarity/readiness.server.ts';
import { introductionSteps } from '#features/introductions/reading-introductions.server.ts';
import { preparationOf } from '#features/preparation/reading-preparation.server.ts';
import { briefParts } from '#features/preparation/rules/brief.ts';
import { operation, type Context } from '#server/perform.ts';
import type { Scope } from '#server/scope.server.ts';
import { mondayOf } from '../rules/calendar-words.ts';
import { today } from '../rules/today.ts';
import type { BriefProgress, TodayFacts, TodayInterview } from '../rules/today-facts.ts';
import { momentOf, nearness, type Moment } from '../rules/today-step.ts';
import { isWaiting } from '../rules/waiting-cadence.ts';
import { weeksOf, WEEKS_SHOWN } from '../rules/weeks.ts';
import { followUps } from '../rules/follow-ups.ts';
import { todaySeen } from '../today-shape.ts';
import * as store from '../store.server.ts';
import { thankedForToday, withCadence } from '../today-threads.server.ts';

const DAYS_OF_WEEK = 7;

/** Since when the rhythm strip counts. */
function stripBegin(day: Day, zone: string): string {
	return startOfDay(addDays(mondayOf(day), (1 - WEEKS_SHOWN) * DAYS_OF_WEEK), zone);
}

function pauseOn(day: Day, { pauses }: BusinessCalendar): TodayFacts['pause'] {
	return pauses.find((pause) => pause.from <= day && day <= pause.until);
}

/**
 * The rules ask only whether anybody is there: a committed import answers that without a look at
 * 30,000 people. An import asks for something when it was read or stopped, and was not settled.
 */
async function peopleAndImports({ scope }: Context) {
	const imports = await store.importsOf(scope);
	const imported = imports.some((each) => each.committedAt !== null && each.newCount > 0);
	return {
		people: imported || (await store.anyoneAdded(scope)) ? 1 : 0,
		imports: imports
			.filter((each) => each.committedAt === null && each.clearedAt === null)
			// A file that could not be read gave nobody; its own page says why. Today has other news.
			.filter((each) => each.readAt !== null && each.failedAt === null)
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

/** Introductions to answer, events ahead and people met whom nobody wrote to yet. */
async function fromChannels(
	scope: Scope,
	day: Day
): Promise<Pick<TodayFacts, 'introduced' | 'gatherings'>> {
	const { introductionsToWrite, followUps, eventsAhead } = await introductionSteps(scope, day);
	return {
		introduced: introductionsToWrite.map(({ connectorName, ...each }) => ({
			...each,
			connector: connectorName
		})),
		gatherings: [
			...eventsAhead.map((event) => ({ ...event, met: 0, left: 0 })),
			...followUps
				.filter(({ onDay }) => onDay < day)
				.map(({ gatheringId, title, onDay, left, of }) => ({
					id: gatheringId,
					title,
					onDay,
					met: of,
					left
				}))
		]
	};
}

/** Briefs that are read for Today at most: talks of the next days are few [D]. */
const MOST_BRIEFS = 3;

/** How far the briefs of the next talks are; talks further away do without. */
async function withBriefs(
	{ scope }: Context,
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

/**
 * What is next today, the weeks as a rhythm strip, and how many requests wait (methods 1, 3, 7).
 * All of it follows from dates and counts, read with few statements.
 * @returns `today`: first step, up to six more, the rest folded, and the line above them;
 * `weeks`: the last ten; `waiting`: requests without an answer; `followUps`: what comes next for
 * each of them, and when
 */
export const todayFacts = operation({
	name: 'today.facts',
	http: { verb: 'GET', path: '/today' },
	summary: 'See what is next today, and the last ten weeks',
	effect: 'read',
	input: z.object({}),
	output: todaySeen,
	example: {},
	run: async (context) => {
		const { scope, now } = context;
		const calendar = await businessCalendar(scope);
		const { zone } = calendar;
		const day = dayOf(now, zone);
		const { readiness, themes } = await readReadiness(scope, now);
		const threads = await store.openThreads(scope);
		const waiting = threads.filter(isWaiting).length;
		const strip = await store.askedAndHeldSince(scope, stripBegin(day, zone));
		const moment = momentOf(now, zone);
		const interviews = await withBriefs(context, withCadence(threads, now, calendar), moment);
		const after = await thankedForToday(scope, now, zone);
		const list = today({
			now,
			zone,
			readiness,
			overridden: readiness.override !== null,
			interviews: [...interviews, ...after],
			waiting,
			parked: themes.flatMap(({ id, title, parked_at: parkedAt, look_again_on: lookAgainOn }) =>
				parkedAt === null
					? []
					: [{ id, title, parkedOn: dayOf(parkedAt, zone), lookAgainOn: lookAgainOn ?? undefined }]
			),
			pause: pauseOn(day, calendar),
			...(await fromChannels(scope, day)),
			...(await peopleAndImports(context))
		});
		return {
			today: { ...list, first: list.first ?? null },
			weeks: weeksOf(
				strip.flatMap((row) => row.askedAt ?? []),
				strip.flatMap((row) => row.heldAt ?? []),
				now,
				zone
			),
			waiting,
			followUps: followUps(interviews, day)
		};
	}
});
