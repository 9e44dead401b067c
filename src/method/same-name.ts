import { nameKeys } from './folding.ts';

/** Whether a name equals a person's name by its folded keys, given or family name first. */
export function isCalled(name: string, person: { name_key: string; family_key: string }): boolean {
	const { nameKey } = nameKeys({ given: '', family: '', name });
	return nameKey === person.name_key || nameKey === person.family_key;
}
