import { counted, sentenceCase } from '#kernel/number-words.ts';

/** The line that opens the fold: "Three more can wait until tomorrow". */
export function foldWords(count: number): string {
	return `${sentenceCase(counted(count, 'more', 'more'))} can wait until tomorrow`;
}
