import { addDays, dayOf, type Instant } from '#kernel/clock.ts';
import { calendarDateText, mondayOf, nearDateText } from './calendar-text.ts';

/** Words that may be lower-cased at the beginning of a quoted sentence, since they are no names. */
const commonWords = new Set(
	'a an and are at because before by do does every for from had has have he her his how if in is it its most my no not of on one our she since some that the their there they this to two was we were what when where whether which who why with you your yours'.split(
		' '
	)
);

/**
 * Converts a stored sentence to a phrase inside another sentence: without its end mark, and with a common
 * first word lower-cased. Names keep their capital.
 */
export function asPhrase(text: string): string {
	const bare = text.trim().replace(/[.!?…\s]+$/u, '');
	const [first = ''] = bare.split(/[^\p{L}']/u, 1);
	return commonWords.has(first.toLowerCase()) ? lowerFirst(bare) : bare;
}

/**
 * The end of "You said …": the partner's own words as a quote where they are stored, otherwise the text
 * as a phrase.
 */
export function asSaid({ text, words }: { text: string; words: string }): string {
	const bare = words.trim().replace(/[.…\s]+$/u, '');
	return bare === '' ? asPhrase(text) : `“${bare}”`;
}

/** Adjectives of language and nation keep their capital in English. */
const proper =
	/^(?:English|French|German|Italian|Spanish|Portuguese|Swedish|Norwegian|Danish|Finnish|Dutch|Japanese|Chinese|Korean|Arabic|Russian|Greek|Turkish|Polish|Latin|European|African|American|Asian|Indian|Celtic|Nordic)\b/;

/**
 * A theme's title for the middle of a sentence: "magazine editing", but "UX research", "French cooking".
 */
export function themeInSentence(title: string): string {
	const [first = ''] = title.trim().split(/\s/, 1);
	const abbreviation = /\p{Lu}/u.test(first.slice(1)) || first.length === 1;
	return abbreviation || proper.test(title) ? title.trim() : lowerFirst(title.trim());
}

/** Adds a full stop where a text has no end mark. */
export function ended(text: string): string {
	return /[.!?…]$/u.test(text) ? text : `${text}.`;
}

/** Lower-cases the first letter of a text. */
export function lowerFirst(text: string): string {
	return text.charAt(0).toLowerCase() + text.slice(1);
}

/** Minimum number of days ahead of a proposed week, so that the partner has a choice [D]. */
const AHEAD = 5;
const DAYS_OF_WEEK = 7;

/** The proposed week: the first whose Monday is at least five days ahead. */
export function weekAhead(now: Instant, zone: string): string {
	const monday = mondayOf(addDays(dayOf(now, zone), AHEAD + DAYS_OF_WEEK - 1));
	return `the week of ${calendarDateText(monday)}`;
}

/**
 * The end of "I have thought about it …": "since we spoke", and "often since" once a day has passed.
 * @param zone IANA zone of the explorer
 */
export function sinceTalk(heldAt: Instant, now: Instant, zone: string): string {
	const [day, today] = [dayOf(heldAt, zone), dayOf(now, zone)];
	const dayWords = nearDateText(day, today);
	if (day === today) return `since we spoke ${dayWords}`;
	return `often since we spoke ${dayWords === 'yesterday' ? dayWords : `on ${calendarDateText(day)}`}`;
}
