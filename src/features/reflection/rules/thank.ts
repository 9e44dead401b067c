import { addHours, type Instant } from '#kernel/clock.ts';
import { figured } from '#kernel/number-text.ts';
import { momentText } from '#method/calendar-text.ts';
import { THANK_WITHIN_HOURS } from '#features/interviews/rules/thread.ts';

const millisOfHour = 3_600_000;

export type ThankState = 'owed' | 'late' | 'sent';

/** Deadline of the thank-you: 24 hours after the talk (method 7). */
export function thankBy(heldAt: Instant): Instant {
	return addHours(heldAt, THANK_WITHIN_HOURS);
}

export function thankState(heldAt: Instant, sentAt: Instant | null, now: Instant): ThankState {
	if (sentAt) return 'sent';
	return now > thankBy(heldAt) ? 'late' : 'owed';
}

/** Deadline as text: "Due by tomorrow 09:50, 23 hours left". @param zone IANA zone of the explorer */
export function thankText(heldAt: Instant, now: Instant, zone: string): string {
	const by = thankBy(heldAt);
	if (now > by) return 'More than a day has passed. A late thank-you is still welcome.';
	const hours = Math.floor((Date.parse(by) - Date.parse(now)) / millisOfHour);
	const left = hours < 1 ? 'less than an hour left' : `${figured(hours, 'hour')} left`;
	return `Due by ${momentText(by, now, zone)}, ${left}`;
}
