import type { Day } from '#kernel/clock.ts';
import { compareTexts } from '#kernel/texts.ts';
import type { FollowUp } from '../schemas.ts';
import type { TodayInterview } from './today-facts.ts';

/**
 * The next follow-up of each waiting request (method.md 3): the nearest date of its cadence; a past
 * date becomes today.
 * @param day the explorer's local date
 * @returns the nearest first
 */
export function followUps(interviews: readonly TodayInterview[], day: Day): FollowUp[] {
	return interviews
		.flatMap((interview) => {
			const { cadence, id, personName, themeTitle } = interview;
			if (!cadence) return [];
			const dates = [
				{ what: 'Ask a second person', on: cadence.secondPersonOn },
				{ what: 'Send follow-up', on: cadence.followUpOn },
				{ what: 'Close interview', on: cadence.closeOn }
			].flatMap(({ what, on }) => (on ? [{ what, on }] : []));
			const passed = dates.findLast(({ on }) => on <= day);
			const next = passed ? { ...passed, on: day } : dates[0];
			return next ? [{ id, personName, themeTitle, ...next }] : [];
		})
		.sort((one, other) => compareTexts(one.on, other.on));
}
