import { counted, sentenceCase } from '#kernel/number-words.ts';

/** What stands below them where not all are listed. */
export function beyondWords(count: number): string {
	return `${sentenceCase(counted(count, 'more', 'more'))} come up as these are done`;
}

/** The line that opens the fold: "Three more can wait until tomorrow". */
export function foldWords(count: number): string {
	return `${sentenceCase(counted(count, 'more', 'more'))} can wait until tomorrow`;
}
