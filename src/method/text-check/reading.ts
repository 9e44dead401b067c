import type { Finding } from './finding.ts';

/** Character offsets into a text, `to` not included. */
export interface Span {
	from: number;
	to: number;
}

export interface Sentence extends Span {
	plain: string;
}

/** A text prepared for matching: every offset in `plain` is the same offset in `text`. */
export interface Reading {
	where: 'subject' | 'body';
	text: string;
	/** lower case, straight apostrophes, single-character white space; same length as the text */
	plain: string;
	sentences: Sentence[];
	wordCount: number;
}

/**
 * Number of characters in which wording is checked [D]: 200 words are about 1,200, so that a longer text
 * is refused for its length anyway.
 */
export const readCharacters = 12_000;

const shortForms = new Set(
	'mr mrs ms mx dr prof st sr jr e.g i.e vs approx ca no tel ext'.split(' ')
);

/** Lines shorter than this end deliberately; longer ones were wrapped by a mail program. */
const wrapWidth = 50;

/** Lower-cases ASCII and normalises apostrophes, dashes and white space without moving any character. */
function flatten(text: string): string {
	return text
		.replace(/[A-Z]+/g, (letters) => letters.toLowerCase())
		.replace(/[‘’ʼ´`]/g, "'")
		.replace(/[‐‑–—]/g, '-')
		.replace(/\s/g, ' ');
}

function endsSentence(text: string, start: number, at: number): boolean {
	const mark = text[at];
	if (mark === '\n') {
		const line = text.slice(Math.max(start, text.lastIndexOf('\n', at - 1) + 1), at).trimEnd();
		return (
			line.length < wrapWidth || /[.!?:,]$/.test(line) || /^\s*\n/.test(text.slice(at + 1, at + 9))
		);
	}
	if (mark !== '.') return true;
	const before = /[\w.]{0,8}$/.exec(text.slice(Math.max(start, at - 8), at))?.[0] ?? '';
	return before.length > 1 && !shortForms.has(before.toLowerCase());
}

function splitSentences(text: string, plain: string): Sentence[] {
	const sentences: Sentence[] = [];
	let start = 0;
	const close = (end: number): void => {
		let from = start;
		let to = end;
		while (from < to && plain[from] === ' ') from += 1;
		while (to > from && plain[to - 1] === ' ') to -= 1;
		if (to > from) sentences.push({ from, to, plain: plain.slice(from, to) });
		start = end;
	};
	for (const hit of text.matchAll(/[.!?…](?=["'’”)]?(?:\s|$))|\n/g)) {
		if (endsSentence(text, start, hit.index)) close(hit.index + 1);
	}
	close(text.length);
	return sentences;
}

/**
 * Counts words: runs without white space that contain a letter or a digit.
 * @returns whole words, 0 or more
 */
export function countWords(text: string): number {
	let count = 0;
	for (const run of text.matchAll(/\S+/g)) if (/[\p{L}\p{N}]/u.test(run[0])) count += 1;
	return count;
}

/** Prepares a text for all checks; never throws, whatever the text. */
export function readText(where: 'subject' | 'body', text: string): Reading {
	const checked = text.slice(0, readCharacters);
	const plain = flatten(checked);
	return {
		where,
		text,
		plain,
		sentences: splitSentences(checked, plain),
		wordCount: countWords(text)
	};
}

/** Builds the finding for a span, as a list; without a span it is at offset 0 with an empty quote. */
export function foundAt(
	reading: Reading,
	span: Span | undefined,
	parts: Pick<Finding, 'code' | 'level' | 'sentence'>
): Finding[] {
	const { from, to } = span ?? { from: 0, to: 0 };
	return [{ ...parts, where: reading.where, from, to, quote: reading.text.slice(from, to) }];
}
