import { asWritten, fold } from '#method/folding.ts';
import { figured } from '#kernel/number-text.ts';
import { refuse } from '#kernel/refusal.ts';

/** The ledger runs both ways and never says who owes (method 7). */
export const directions = ['from-partner', 'to-partner'] as const;

/** Characters of one entry [D]. */
export const LONGEST_FAVOUR = 300;
/** Strengths from which giving back is suggested at most [D]. */
const MOST_IDEAS = 3;

/** @throws Refusal `favours.empty` at `text` */
export function favourText(typed: string): string {
	const text = typed.replace(/\s+/g, ' ').trim();
	if (text !== '') return text;
	throw refuse(
		'invalid',
		'favours.empty',
		'Say what it was in a few words: 20 minutes, a name, a reading list.',
		'text'
	);
}

/** How the ledger says that a partner named somebody. */
const aName = 'A name: ';

/** A favour is there already where its words are; a name without a letter has to be the same as written. */
function favourKey(text: string): string {
	const name = text.startsWith(aName) ? text.slice(aName.length) : text;
	return fold(name) === '' ? asWritten(text) : fold(text);
}

/** "20 minutes, and what nobody writes down", "15 min" */
const someMinutes = /(?<!\p{L})min(?:ute)?s?(?!\p{L})/iu;

/**
 * What a partner gave for certain: the minutes, and the names they brought. Offered, not noted, each
 * once and only while the ledger does not say it, the minutes in whatever number or sentence.
 * @param minutes talked, where known; @param names whom the partner named
 * @param noted what the partner gave, as the ledger says it
 */
export function offeredFavours(
	minutes: number | null,
	names: readonly string[],
	noted: readonly string[]
): string[] {
	const known = new Set(noted.map(favourKey));
	const saysMinutes = noted.some((text) => someMinutes.test(text));
	const minutesGiven = minutes && !saysMinutes ? [figured(minutes, 'minute')] : [];
	const namesGiven = names.map((name) => `${aName}${name}`);
	return [...minutesGiven, ...namesGiven].filter((text) => {
		const key = favourKey(text);
		if (known.has(key)) return false;
		known.add(key);
		return true;
	});
}

/**
 * Ways of giving back, from one's own strengths (method 7); a question each, no advice.
 * @param strengths the explorer's, the first one first
 * @returns three at most
 */
export function giveBackIdeas(strengths: readonly string[], name: string): string[] {
	return strengths
		.slice(0, MOST_IDEAS)
		.map((strength) => `“${strength}”: is there something of ${name}’s where this would help?`);
}
