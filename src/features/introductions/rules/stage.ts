import { addDays, addHours, type Day, type Instant } from '#kernel/clock.ts';
import type { Introduction } from '../schemas.ts';

export const introductionStageNames: Record<Introduction['stage'], string> = {
	offered: 'Offered',
	agreed: 'Agreed',
	introduced: 'Introduced',
	led: 'Led to an interview',
	lapsed: 'Lapsed'
};

/** Stage of an introduction: the latest one whose date is set (method.md "Words"). */
export function introductionStage(
	facts: Pick<Introduction, 'agreedAt' | 'introducedAt' | 'interviewId' | 'lapsedAt'>
): Introduction['stage'] {
	if (facts.interviewId) return 'led';
	if (facts.lapsedAt) return 'lapsed';
	if (facts.introducedAt) return 'introduced';
	return facts.agreedAt ? 'agreed' : 'offered';
}

/** Hours after the yes within which the explorer should write (method 2). */
const hoursToWrite = 24;

/** Due time of the first message to a partner who agreed. */
export function writeBy(agreedAt: Instant): Instant {
	return addHours(agreedAt, hoursToWrite);
}

/** Due date of the follow-ups of an event: the next day (method 2). */
export function followUpsDueOn(day: Day): Day {
	return addDays(day, 1);
}

/** Most people in one request; they do not count towards the limit of open requests (method 3). */
export const mostRecipients = 40;
