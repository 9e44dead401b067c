import { sentenceCase } from '#kernel/number-text.ts';
import type { Instant } from '#kernel/clock.ts';
import type { TalkNote } from './notes.ts';
import { timeText } from './time-text.ts';

/** Characters of a note that can still be said in one breath [D]. */
const SAYABLE = 80;

const outerQuotes = /^["“”„«»‘’']+|["“”„«»‘’'.!]+$/g;

/**
 * What of the talk the closing line may come back to: the latest of the partner's own words. What
 * the explorer put in words of their own was not said, and is not given back as if it had been.
 */
export function wordsToComeBackTo(notes: readonly TalkNote[]): string | undefined {
	return notes
		.filter(({ tag }) => tag === 'their-words')
		.map(({ text }) => text.trim().replace(outerQuotes, '').trim())
		.findLast((text) => text !== '' && text.length <= SAYABLE);
}

/**
 * The sentence that ends a talk on time: the promise, the thanks for their generosity, what they
 * said, and what comes (method.md 6).
 * @param end the promised end
 * @param zone IANA zone of the explorer, on whose clock it is said
 */
export function closingLine(
	givenName: string,
	end: Instant,
	zone: string,
	notes: readonly TalkNote[]
): string {
	const words = wordsToComeBackTo(notes);
	return [
		`It is ${timeText(end, zone)}, ${givenName}, and I promised.`,
		'Thank you for your generosity.',
		...(words ? [`What you said, ‘${words}’, changes what I ask the next person.`] : []),
		'I will write and tell you what comes of it.'
	]
		.map(sentenceCase)
		.join(' ');
}
