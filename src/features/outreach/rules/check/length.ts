import type { AfterPurpose, AskPurpose } from '#method/purposes.ts';
import type { Finding } from '#method/text-check/finding.ts';
import { foundAt, type Reading } from '#method/text-check/reading.ts';

/** Words of a good message, and the most a request may have (method.md section 3). */
export const fewestWords = 50;
export const goodWords = 125;
export const mostWords = 200;
/** Words of good thanks; those to a connector, who was not interviewed, may be shorter [D]. */
const thanksWords = { fewest: 30, most: 120 };
const noteWords = { fewest: 20, most: 120 };
/** Words of a good subject (method.md section 3). */
export const subjectWords = { fewest: 3, most: 6 };

function wordsFrom(reading: Reading, index: number): { from: number; to: number } | undefined {
	let count = 0;
	for (const run of reading.text.matchAll(/\S+/g)) {
		if (/[\p{L}\p{N}]/u.test(run[0])) count += 1;
		if (count > index) return { from: run.index, to: reading.text.trimEnd().length };
	}
	return undefined;
}

/** Finds a body that is too long or too short; over 200 words a request is refused. */
export function checkLength(reading: Reading, purpose: AskPurpose): Finding[] {
	const count = reading.wordCount;
	if (purpose === 'request' && count > mostWords) {
		return foundAt(reading, wordsFrom(reading, mostWords), {
			code: 'words-over',
			level: 'loss',
			sentence: `${count} words is a letter, and busy people put letters aside. A request has 200 at most; keep the reason and the question. Your text stays here.`
		});
	}
	if (count > goodWords) {
		return foundAt(reading, wordsFrom(reading, goodWords), {
			code: 'words-many',
			level: 'due',
			sentence: `${count} words take more than a minute to read. Between 50 and 125 is answered most; leave out what can be said in the talk.`
		});
	}
	if (purpose === 'follow-up' || count >= fewestWords) return [];
	return foundAt(reading, undefined, {
		code: 'words-few',
		level: 'due',
		sentence:
			'Under 50 words a request may sound abrupt. One sentence more on why you write to them would do.'
	});
}

/** Finds thanks or an update that is too long or too short; it is never refused for that. */
export function checkNoteLength(reading: Reading, purpose: AfterPurpose): Finding[] {
	const { fewest, most } = purpose === 'thank-you' ? thanksWords : noteWords;
	const count = reading.wordCount;
	if (count > most) {
		return foundAt(reading, wordsFrom(reading, most), {
			code: 'words-many',
			level: 'due',
			sentence: `${count} words ask for a long answer. Up to ${most} are read at once and kept.`
		});
	}
	if (count >= fewest) return [];
	return foundAt(reading, undefined, {
		code: 'words-few',
		level: 'due',
		sentence: `Under ${fewest} words it may sound like a receipt. One sentence more, about what they said, would do.`
	});
}

/** Finds a subject with fewer than 3 or more than 6 words. */
export function checkSubject(reading: Reading): Finding[] {
	const count = reading.wordCount;
	if (count >= subjectWords.fewest && count <= subjectWords.most) return [];
	const start = reading.text.length - reading.text.trimStart().length;
	const span = { from: start, to: Math.max(start, reading.text.trimEnd().length) };
	return foundAt(reading, count === 0 ? undefined : span, {
		code: 'subject-words',
		level: 'due',
		sentence:
			count < subjectWords.fewest
				? 'A subject of three to six words says what it is about: “Fifteen minutes about copy editing”.'
				: `${count} words are cut off on a phone. Three to six are enough: “Fifteen minutes about copy editing”.`
	});
}
