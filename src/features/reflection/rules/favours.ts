import { asWritten, fold } from '#method/folding.ts';
import { figured } from '#kernel/number-text.ts';
import { refuseInvalid } from '#kernel/refusal.ts';

/** Directions of a favour; no debt is computed (method 7). */
export const directions = ['from-partner', 'to-partner'] as const;

/** Most characters of an entry [D]. */
export const LONGEST_FAVOUR = 300;
/** Most suggestions of what to give back [D]. */
const MOST_IDEAS = 3;

/** Trims an entry. @throws Refusal `favours.empty` at `text` */
export function favourText(typed: string): string {
	const text = typed.replace(/\s+/g, ' ').trim();
	if (text !== '') return text;
	throw refuseInvalid(
		'favours.empty',
		'Describe the favour in a few words, for example “20 minutes” or “a reading list”.',
		'text'
	);
}

/** Text of the favour of naming a person. */
const aName = 'A name: ';

/** Key for comparing entries: the folded text, or as written if it has no letter. */
function favourKey(text: string): string {
	const name = text.startsWith(aName) ? text.slice(aName.length) : text;
	return fold(name) === '' ? asWritten(text) : fold(text);
}

/** Matches a duration: "20 minutes, and what nobody writes down", "15 min". */
const someMinutes = /(?<!\p{L})min(?:ute)?s?(?!\p{L})/iu;

/**
 * Favours a partner certainly gave, the minutes and the names, offered while the ledger lacks them;
 * minutes count as present in any number or wording.
 * @param minutes minutes talked, if known
 * @param names people the partner named
 * @param noted entries for the partner's favours
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
 * Suggestions for giving back, from the explorer's strengths (method 7); each is a question.
 * @param strengths the explorer's strengths by rank
 * @returns three at most
 */
export function giveBackIdeas(strengths: readonly string[], name: string): string[] {
	return strengths
		.slice(0, MOST_IDEAS)
		.map((strength) => `“${strength}”: how could this help ${name}?`);
}
