import { addHours, type Instant } from '#kernel/clock.ts';
import type { Finding } from './finding.ts';
import { counted, sentenceCase } from '#kernel/number-text.ts';

/** The top theme must still be the top theme this many hours later (method 1). */
export const STEADY_AFTER_HOURS = 24;
const HOUR = 3_600_000;

/**
 * Whether the top theme has had the first seat for a day. The warning has no task, since waiting is
 * none.
 * @param openThemes number of open themes; with one there is no order to check
 * @param since since when the top theme is first; unknown warns
 */
export function topTheme(openThemes: number, since: Instant | undefined, now: Instant): Finding {
	if (!since || addHours(since, STEADY_AFTER_HOURS) > now) {
		return {
			code: 'top-theme',
			kind: 'warning',
			sentence:
				'your first theme has been first for less than a day. Wait until tomorrow to be sure.'
		};
	}
	const days = Math.floor((Date.parse(now) - Date.parse(since)) / HOUR / STEADY_AFTER_HOURS);
	const first = openThemes === 1 ? 'your theme is unchanged' : 'your first theme is unchanged';
	const after = `after ${days === 1 ? 'a day' : counted(days, 'day')}`;
	return { code: 'top-theme', kind: 'done', sentence: sentenceCase(`${first} ${after}`) };
}
