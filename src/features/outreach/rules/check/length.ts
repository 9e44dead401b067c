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
			sentence: `${count} words is too long for a request. It can have 200 at most. Keep the reason and the question. Your text stays here.`
		});
	}
	if (count > goodWords) {
		return foundAt(reading, wordsFrom(reading, goodWords), {
			code: 'words-many',
			level: 'due',
			sentence: `${count} words take more than a minute to read. Messages of 50 to 125 words get the most answers. Leave out what you can say in the conversation.`
		});
	}
	if (purpose === 'follow-up' || count >= fewestWords) return [];
	return foundAt(reading, undefined, {
		code: 'words-few',
		level: 'due',
		sentence:
			'A request under 50 words may sound abrupt. Add one sentence on why you write to them.'
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
			sentence: `${count} words may seem to need a long answer. Up to ${most} words are easy to read at once.`
		});
	}
	if (count >= fewest) return [];
	return foundAt(reading, undefined, {
		code: 'words-few',
		level: 'due',
		sentence: `A message under ${fewest} words may sound cold. Add one sentence about what they said.`
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
				? 'Add a subject of three to six words. For example: “Fifteen minutes about copy editing”.'
				: `A subject of ${count} words is cut off on a phone. Use three to six words. For example: “Fifteen minutes about copy editing”.`
	});
}
