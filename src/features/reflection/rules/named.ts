import { fold, textKey } from '#method/folding.ts';
import { refuse } from '#kernel/refusal.ts';

/** Characters of a name as it was heard, with what was said about the person [D]. */
export const LONGEST_NAMED = 200;

/** @throws Refusal `named.empty` at `name` */
export function namedText(typed: string): string {
	const name = typed.replace(/\s+/g, ' ').trim();
	if (fold(name) !== '') return name;
	throw refuse(
		'invalid',
		'named.empty',
		'Say whom they named, as you heard it: “Bettina Oyelaran, Toronto”.',
		'name'
	);
}

/**
 * A name as it was heard, parted into who and where: "Bettina Oyelaran, Toronto".
 * @returns `place` empty where nothing follows a comma
 */
export function nameAndPlace(heard: string): { name: string; place: string } {
	const at = heard.indexOf(',');
	const name = (at < 0 ? heard : heard.slice(0, at)).trim();
	const place = at < 0 ? '' : heard.slice(at + 1).trim();
	return name === '' ? { name: heard.trim(), place: '' } : { name, place };
}

/** Names from the talk's notes that are not among the named ones yet, each once, in order. */
export function namesToOffer(noted: readonly string[], named: readonly string[]): string[] {
	const known = new Set(named.map((each) => textKey(nameAndPlace(each).name)));
	return noted.filter((each) => {
		const key = textKey(nameAndPlace(each).name);
		if (fold(each) === '' || known.has(key)) return false;
		known.add(key);
		return true;
	});
}
