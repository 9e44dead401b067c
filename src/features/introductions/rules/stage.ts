import { addDays, addHours, type Day, type Instant } from '#kernel/clock.ts';
import type { Introduction } from '../schemas.ts';

export const introductionStageNames: Record<Introduction['stage'], string> = {
	offered: 'Offered',
	agreed: 'Agreed',
	introduced: 'Introduced',
	led: 'Led to an interview',
	lapsed: 'Lapsed'
};

/** The stage of an introduction; the furthest fact decides (method.md "Words"). */
export function introductionStage(
	facts: Pick<Introduction, 'agreedAt' | 'introducedAt' | 'interviewId' | 'lapsedAt'>
): Introduction['stage'] {
	if (facts.interviewId) return 'led';
	if (facts.lapsedAt) return 'lapsed';
	if (facts.introducedAt) return 'introduced';
	return facts.agreedAt ? 'agreed' : 'offered';
}

/** The explorer answers first, within a day after the yes (method 2). */
const hoursToWrite = 24;

/** Until when the explorer should have written to somebody who said yes. */
export function writeBy(agreedAt: Instant): Instant {
	return addHours(agreedAt, hoursToWrite);
}

/** Follow-ups of an event are due the next day (method 2). */
export function followUpsDueOn(day: Day): Day {
	return addDays(day, 1);
}

/** Asks to connectors are counted apart from requests: at most so many in one go (method 3). */
export const mostAsked = 40;
