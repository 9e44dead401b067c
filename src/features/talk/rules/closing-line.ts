import { sentenceCase } from '#kernel/number-text.ts';
import type { Instant } from '#kernel/clock.ts';
import type { TalkNote } from './notes.ts';
import { timeText } from './time-text.ts';

/** Longest note, in characters, that is quoted in the closing line [D]. */
const SAYABLE = 80;

const outerQuotes = /^["“”„«»‘’']+|["“”„«»‘’'.!]+$/g;

/**
 * The note that the closing line quotes: the latest one in the partner's own words. Notes in the
 * explorer's words are not quoted, since the partner did not say them.
 */
export function wordsToComeBackTo(notes: readonly TalkNote[]): string | undefined {
	return notes
		.filter(({ tag }) => tag === 'their-words')
		.map(({ text }) => text.trim().replace(outerQuotes, '').trim())
		.findLast((text) => text !== '' && text.length <= SAYABLE);
}

/**
 * The closing line of a talk (method.md 6): the promised end, thanks, a quote of the partner, and what
 * comes next.
 * @param end the promised end
 * @param zone IANA zone of the explorer, in which the time is given
 */
export function closingLine(
	givenName: string,
	end: Instant,
	zone: string,
	notes: readonly TalkNote[]
): string {
	const words = wordsToComeBackTo(notes);
	return [
		`It is ${timeText(end, zone)}, ${givenName}, so I will stop here, as promised.`,
		'Thank you for being so generous with your time.',
		...(words ? [`You said ‘${words}’, and I will ask the next person about that.`] : []),
		'I will write and tell you how it goes.'
	]
		.map(sentenceCase)
		.join(' ');
}
