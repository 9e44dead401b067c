import { z } from 'zod';
import type { BusinessCalendar } from '#kernel/business-days.ts';
import { addDays, dayOf, startOfDay, type Day } from '#kernel/clock.ts';
import { businessCalendar } from '#features/account/reads/calendar.server.ts';
import { readReadiness } from '#features/clarity/reads/readiness.server.ts';
import { failingWebhooks } from '#features/webhooks/reads/failing.server.ts';
import { operation } from '#server/perform.ts';
import { mondayOf } from '#method/calendar-text.ts';
import { today } from '../rules/today.ts';
import type { TodayFacts } from '../rules/today-facts.ts';
import { momentOf } from '../rules/today-step.ts';
import { isWaiting } from '#method/stage.ts';
import { weeksOf, WEEKS_SHOWN } from '../rules/weeks.ts';
import { followUps } from '../rules/follow-ups.ts';
import { todayView } from '../schemas.ts';
import { askedAndHeldSince, openThreads } from '#features/interviews/reads/interviews.server.ts';
import {
	decidedBefore,
	fromChannels,
	peopleAndImports,
	withBriefs
} from '../reads/sources.server.ts';
import { thankedForToday, withCadence } from '../reads/threads.server.ts';

const DAYS_OF_WEEK = 7;

/** First instant that the chart counts. */
function stripBegin(day: Day, zone: string): string {
	return startOfDay(addDays(mondayOf(day), (1 - WEEKS_SHOWN) * DAYS_OF_WEEK), zone);
}

function pauseOn(day: Day, { pauses }: BusinessCalendar): TodayFacts['pause'] {
	return pauses.find((pause) => pause.from <= day && day <= pause.until);
}

/**
 * View of Today: next steps, chart of weeks, and waiting requests (methods 1, 3, 7), derived from
 * dates and counts.
 * @returns `today`: first step, up to six more, the rest folded, and the line above them; `weeks`:
 * the last ten; `waiting`: requests without an answer; `followUps`: what comes next for each of
 * them, and when
 */
export const todayFacts = operation({
	name: 'today.facts',
	http: { verb: 'GET', path: '/today' },
	summary: 'View next steps for today, and the last ten weeks',
	effect: 'read',
	input: z.object({}),
	output: todayView,
	example: {},
	run: async (context) => {
		const { scope, now } = context;
		// Independent reads run concurrently: on PostgreSQL each statement is a round trip.
		const [calendar, { readiness, themes }, threads, people, failing] = await Promise.all([
			businessCalendar(scope),
			readReadiness(scope, now),
			openThreads(scope),
			peopleAndImports(scope),
			failingWebhooks(scope)
		]);
		const { zone } = calendar;
		const day = dayOf(now, zone);
		const waiting = threads.filter(isWaiting).length;
		const moment = momentOf(now, zone);
		const [strip, interviews, after, channels, decided] = await Promise.all([
			askedAndHeldSince(scope, stripBegin(day, zone)),
			withBriefs(scope, withCadence(threads, now, calendar), moment),
			thankedForToday(scope, now, zone),
			fromChannels(scope, day),
			decidedBefore(scope, day)
		]);
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
			...channels,
			...decided,
			...people,
			failingWebhooks: failing
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
