import { fold, textKey } from '#method/folding.ts';
import { refuseInvalid } from '#kernel/refusal.ts';

/** Most characters of a name, with remarks on the person [D]. */
export const LONGEST_NAMED = 200;

/** Trims a name. @throws Refusal `namedPeople.empty` at `name` */
export function namedText(typed: string): string {
	const name = typed.replace(/\s+/g, ' ').trim();
	if (fold(name) !== '') return name;
	throw refuseInvalid(
		'namedPeople.empty',
		'Enter the name as you heard it, for example “Bettina Oyelaran, Toronto”.',
		'name'
	);
}

/**
 * Splits a noted name at its first comma into name and place: "Bettina Oyelaran, Toronto".
 * @returns `place` is empty without a comma
 */
export function nameAndPlace(heard: string): { name: string; place: string } {
	const at = heard.indexOf(',');
	const name = (at < 0 ? heard : heard.slice(0, at)).trim();
	const place = at < 0 ? '' : heard.slice(at + 1).trim();
	return name === '' ? { name: heard.trim(), place: '' } : { name, place };
}

/** Names in the talk's notes that are not listed yet, without duplicates, in order. */
export function namesToOffer(noted: readonly string[], named: readonly string[]): string[] {
	const known = new Set(named.map((each) => textKey(nameAndPlace(each).name)));
	return noted.filter((each) => {
		const key = textKey(nameAndPlace(each).name);
		if (fold(each) === '' || known.has(key)) return false;
		known.add(key);
		return true;
	});
}
