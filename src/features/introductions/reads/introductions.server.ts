import type { Day, Instant } from '#kernel/clock.ts';
import type { Scope } from '#server/scope.server.ts';
import { followUpsDueOn } from '../rules/stage.ts';
import * as store from '../store/steps.server.ts';

/** What the channels bring to Today. */
export interface IntroductionSteps {
	/** the partner said yes; the explorer writes first, within a day */
	introductionsToWrite: { id: string; name: string; connectorName: string; agreedAt: Instant }[];
	/** events whose people are not all followed up; due the day after the event */
	followUps: {
		gatheringId: string;
		title: string;
		onDay: Day;
		dueOn: Day;
		left: number;
		of: number;
	}[];
	eventsAhead: { id: string; title: string; onDay: Day }[];
	/** schools added that nobody wrote to yet */
	schoolsToAsk: { id: string; name: string }[];
}

/**
 * What waits in the three channels, in four small statements.
 * @param today the explorer's date; events before it are not ahead. Left out, none is too old.
 */
export async function introductionSteps(scope: Scope, today: Day = ''): Promise<IntroductionSteps> {
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
