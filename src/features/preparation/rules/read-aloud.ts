import { countWords } from '#method/text-check/reading.ts';

/** Words per minute read aloud (method 5). */
const PER_MINUTE = 150;
const SECONDS = 60;
/** Characters of a script without spaces (such as Chinese) that count as one word [D]. */
const CHARACTERS_A_WORD = 2;
const unspaced =
	/[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Thai}\p{scx=Khmer}\p{scx=Lao}\p{scx=Myanmar}]/gu;

/**
 * Seconds that a text takes aloud, at 150 words per minute (method 5).
 * @returns whole seconds, rounded up; 0 for an empty text
 */
export function secondsAloud(text: string): number {
	const dense = text.match(unspaced)?.length ?? 0;
	const words = countWords(text.replace(unspaced, ' ')) + dense / CHARACTERS_A_WORD;
	return Math.ceil((words * SECONDS) / PER_MINUTE);
}
