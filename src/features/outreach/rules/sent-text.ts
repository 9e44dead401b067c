import type { Day } from '#kernel/clock.ts';
import { weekdayDateText } from '#method/local-text.ts';
import { isAfterTalk, isForConnector, type Purpose } from '#method/purposes.ts';

/** Dates that follow from a sent message: of the cadence, or of the next update. */
interface Sent {
	purpose: Purpose;
	next: { followUpOn: Day | null; closeOn: Day | null };
	updateOn: Day | null;
}

/**
 * Confirmation after a message was sent: the next step and its date.
 * @param today the explorer's date
 */
export function sentText({ purpose, next, updateOn }: Sent, today: Day): string {
	const from = (day: Day): string => weekdayDateText(day, today);
	if (!isAfterTalk(purpose)) {
		return next.followUpOn
			? `Noted. One follow-up is fine from ${from(next.followUpOn)}`
			: `Noted. Without an answer, close it from ${from(next.closeOn ?? today)}`;
	}
	if (purpose === 'second-update') return 'Noted. Two updates are enough';
	if (!updateOn || isForConnector(purpose)) return 'Noted. Kindly done';
	if (purpose !== 'thank-you') {
		return `Told. If they stay quiet, one more is fine from ${from(updateOn)}`;
	}
	return updateOn <= today
		? 'Thanked. Now tell what came of it'
		: `Thanked. On ${from(updateOn)} you tell what came of it`;
}
