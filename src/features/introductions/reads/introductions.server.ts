import type { Day } from '#kernel/clock.ts';
import type { Scope } from '#server/scope.server.ts';
import { followUpsDueOn } from '../rules/stage.ts';
import * as store from '../store/steps.server.ts';

/**
 * Open steps of the three channels, in four queries: agreed introductions to write to within a day,
 * events with open follow-ups (due the day after the event), events ahead, schools to ask.
 * @param today the explorer's date; events before it are not ahead. Left out, all events count as ahead.
 */
export async function introductionSteps(scope: Scope, today: Day = '') {
	const [toWrite, followUps, eventsAhead, schoolsToAsk] = await Promise.all([
		store.introductionsToWrite(scope),
		store.followUpsLeft(scope),
		store.eventsFrom(scope, today),
		store.schoolsUnasked(scope)
	]);
	return {
		introductionsToWrite: toWrite.map((each) => ({ ...each, agreedAt: each.agreedAt ?? '' })),
		followUps: followUps
			.map((event) => ({ ...event, dueOn: followUpsDueOn(event.onDay) }))
			.filter(({ left }) => left > 0),
		eventsAhead,
		schoolsToAsk
	};
}
