import { givesAssurance } from '#method/text-check/assurance.ts';
import type { Finding } from '#method/text-check/finding.ts';
import { phrase, placesOf } from '#method/text-check/phrase.ts';
import { foundAt, type Reading } from '#method/text-check/reading.ts';

/**
 * A request is reported as being about its writer if "I" occurs this many times as often as "you" [D];
 * some "I" is necessary to say who writes and what they would like.
 */
export const mostOfMe = 2;

const me = phrase("i(?:'m|'ve|'d|'ll)?|me|my|mine|myself");
const them = phrase("you(?:'re|'ve|'d|'ll)?|your|yours|yourself");

/**
 * Number of words about the writer and about the partner. The sentence "I am not asking for a job" is
 * not counted, since the method requires it.
 */
export function countBalance(reading: Reading, partnerName?: string): { me: number; them: number } {
	const name = partnerName?.trim().toLowerCase().split(/\s+/)[0] ?? '';
	const named = name.length > 1 ? reading.plain.split(name).length - 1 : 0;
	const own = reading.sentences
		.filter((sentence) => !givesAssurance(sentence))
		.map((sentence) => placesOf(me, sentence.plain).length);
	return {
		me: own.reduce((sum, count) => sum + count, 0),
		them: placesOf(them, reading.plain).length + named
	};
}

function often(count: number): string {
	return ['not at all', 'once', 'twice'][count] ?? `${count} times`;
}

/** Finds a text with more about its writer than about the partner (method.md section 3). */
export function checkBalance(
	reading: Reading,
	partner: string,
	partnerName: string | undefined
): Finding[] {
	const count = countBalance(reading, partnerName);
	if (count.me === 0 || count.me < mostOfMe * count.them) return [];
	const heavy = reading.sentences
		.map((sentence) => ({
			sentence,
			weight: placesOf(me, sentence.plain).length - placesOf(them, sentence.plain).length
		}))
		.sort((one, other) => other.weight - one.weight)[0];
	return foundAt(reading, heavy?.sentence, {
		code: 'about-me',
		level: 'due',
		sentence: `You mention yourself ${often(count.me)} and ${partner} ${often(count.them)}. Shorten your story, and say what you want to understand about their work.`
	});
}
