import { addDays, dayOf, startOfDay, type Instant } from '#kernel/clock.ts';
import { counted, inWords, sentenceCase } from '#kernel/number-text.ts';
import { mondayOf, shortDateText } from '#method/calendar-text.ts';
import type { Week, Weeks } from '../schemas.ts';

/** Number of weeks in the chart [D]. */
export const WEEKS_SHOWN = 10;
const DAYS_OF_WEEK = 7;

/**
 * Counts of requests sent and talks held per week, for the chart and its table. Weeks begin on
 * Monday in the explorer's zone; instants outside the last ten weeks are not counted.
 * @param asked instants of requests
 * @param talked instants of talks; in any order
 * @param zone IANA zone of the explorer
 */
export function weeksOf(
	asked: readonly Instant[],
	talked: readonly Instant[],
	now: Instant,
	zone: string
): Weeks {
	const last = mondayOf(dayOf(now, zone));
	const mondays = Array.from({ length: WEEKS_SHOWN + 1 }, (_, index) =>
		addDays(last, (index + 1 - WEEKS_SHOWN) * DAYS_OF_WEEK)
	);
	const begins = mondays.map((monday) => startOfDay(monday, zone));
	const askedIn = perWeek(asked, begins);
	const talkedIn = perWeek(talked, begins);
	const weeks = mondays.slice(0, WEEKS_SHOWN).map((from, index): Week => ({
		from,
		label: shortDateText(from),
		asked: askedIn[index] ?? 0,
		talked: talkedIn[index] ?? 0,
		current: from === last
	}));
	const sum = (key: 'asked' | 'talked'): number =>
		weeks.reduce((total, week) => total + week[key], 0);
	return {
		weeks,
		asked: sum('asked'),
		talked: sum('talked'),
		summary: summary(sum('asked'), sum('talked')),
		table: {
			caption: 'Requests sent and conversations held per week',
			columns: ['Week of', 'Requests', 'Conversations'],
			rows: weeks.map((week) => [week.label, week.asked, week.talked])
		}
	};
}

/** Counts instants per week. ISO instants are compared as text, without parsing. */
function perWeek(instants: readonly Instant[], begins: readonly Instant[]): number[] {
	const counts = Array.from({ length: WEEKS_SHOWN }, () => 0);
	for (const instant of instants) {
		const index = begins.findLastIndex((begin) => begin <= instant);
		const count = counts[index];
		if (count !== undefined) counts[index] = count + 1;
	}
	return counts;
}

function summary(asked: number, talked: number): string {
	if (asked + talked === 0) return 'No requests yet.';
	const requests = counted(asked, 'request');
	return `${sentenceCase(inWords(WEEKS_SHOWN))} weeks: ${requests} sent, ${counted(talked, 'conversation')} held. The table below has the numbers.`;
}
