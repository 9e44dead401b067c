import { asWritten, fold } from '#method/folding.ts';

/** Addresses that identify a person. */
export interface Addresses {
	email?: string | null | undefined;
	profile?: string | null | undefined;
}

/** Facts by which a person is recognised on the suppression list. */
export interface Protected extends Addresses {
	name_key: string;
	family_key: string;
	company: string;
}

/** Whether a person has an e-mail or profile address, by which later imports can identify them. */
export function hasAddress({ email, profile }: Addresses): boolean {
	return !!email || !!profile;
}

/** The addresses of a person, as they are hashed for the suppression list. */
export function addressesOf({ email, profile }: Addresses): string[] {
	return [email, profile].filter((address) => !!address).map(String);
}

/**
 * Folded name and workplace of a person without an address, as hashed for the suppression list; it
 * cannot equal an address. Only rows without an address are compared with it.
 */
export function nameAndWork(person: { name_key: string; company: string }): string {
	return `name:${person.name_key}\n${fold(person.company)}`;
}

/** All texts by which a person is suppressed: the addresses or, without any, name and workplace. */
export function suppressionTexts(person: Protected): string[] {
	return hasAddress(person) ? addressesOf(person) : [nameAndWork(person)];
}

/**
 * Whether the raw text of a rejected row mentions a person, by name in either order or by an address.
 * False positives are accepted: they only cost the text of that row.
 */
export function mentions(raw: string, person: Protected): boolean {
	const words = ` ${fold(raw)} ${fold(decoded(raw))} `;
	const written = asWritten(raw);
	return [person.name_key, person.family_key, ...addressesOf(person).map(lastPart)].some((text) => {
		const key = fold(text);
		return key === '' ? text !== '' && written.includes(text) : words.includes(` ${key} `);
	});
}

/** The last segment of a profile address, which identifies the person; hosts differ between files. */
function lastPart(address: string): string {
	return address.replace(/^linkedin\.com\/in\//, '');
}

function decoded(raw: string): string {
	return raw.replace(/(?:%[0-9a-f]{2})+/gi, (escapes) => {
		try {
			return decodeURIComponent(escapes);
		} catch {
			return escapes;
		}
	});
}
