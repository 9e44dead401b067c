import { phrase, placesOf } from '#method/text-check/phrase.ts';
import { talkLengths } from './check/minutes.ts';
import { readText, type Span } from '#method/text-check/reading.ts';

/**
 * Changes length and medium in a text that the explorer has edited, and nothing else. If the text does
 * not name them, it stays as it is; the message check reports that.
 */

const inSubject = /\b(?:\d{1,3}|ten|fifteen|twenty|thirty)(?= minutes?\b)/i;
const named: Record<string, string> = { 10: 'ten', 15: 'fifteen', 20: 'twenty', 30: 'thirty' };

/** The minutes as a word or number, with the capital, as in the replaced text. */
function like(before: string, minutes: number): string {
	if (/\d/.test(before)) return String(minutes);
	const word = named[String(minutes)] ?? String(minutes);
	return /^\p{Lu}/u.test(before) ? word.charAt(0).toUpperCase() + word.slice(1) : word;
}

/** @param minutes 10, 15, 20 or 30 */
export function subjectWithMinutes(subject: string, minutes: number): string {
	return subject.replace(inSubject, (before) => like(before, minutes));
}

/** Replaces the length of the interview wherever the text names one. */
export function bodyWithMinutes(body: string, minutes: number): string {
	return replaced(body, talkLengths(readText('body', body)), (before) => {
		const [number] = /^.*?(?=[ -]?(?:minutes?|mins?)\b)/i.exec(before) ?? [];
		return number ? like(number, minutes) + before.slice(number.length) : `${minutes} minutes`;
	});
}

const mediumPhrases = phrase(
	'by (?:tele)?phone|on the phone|over the phone|in person|by video|face to face'
);

/** Replaces the medium wherever the text names one in the usual words. */
export function bodyWithMedium(body: string, words: string): string {
	return replaced(body, placesOf(mediumPhrases, readText('body', body).plain), () => words);
}

function replaced(text: string, places: Span[], change: (before: string) => string): string {
	let result = text;
	for (const { from, to } of places.toSorted((one, other) => other.from - one.from)) {
		result = result.slice(0, from) + change(text.slice(from, to)) + result.slice(to);
	}
	return result;
}
