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
			? `Marked as sent. You can send one follow-up from ${from(next.followUpOn)}`
			: `Marked as sent. Without an answer, close the interview from ${from(next.closeOn ?? today)}`;
	}
	if (purpose === 'second-update') return 'Marked as sent. Two updates are enough';
	if (!updateOn || isForConnector(purpose)) return 'Marked as sent';
	if (purpose !== 'thank-you') {
		return `Marked as sent. If they do not answer, you can send one more update from ${from(updateOn)}`;
	}
	return updateOn <= today
		? 'Marked as sent. Next, tell them what came of it'
		: `Marked as sent. Tell them what came of it on ${from(updateOn)}`;
}
