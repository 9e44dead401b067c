import { asWritten, fold } from '#method/folding.ts';

/** What makes an entry one person and no other. */
export interface Addresses {
	email?: string | null | undefined;
	profile?: string | null | undefined;
}

/** What a person is protected by. */
export interface Protected extends Addresses {
	name_key: string;
	family_key: string;
	company: string;
}

/** Whether a person is known by an address; only then can a later import tell them from others. */
export function hasAddress({ email, profile }: Addresses): boolean {
	return !!email || !!profile;
}

/** The addresses of a person, as they are hashed to keep them out. */
export function addressesOf({ email, profile }: Addresses): string[] {
	return [email, profile].filter((address) => !!address).map(String);
}

/**
 * Folded name and workplace of somebody without an address, as they are hashed; no address looks
 * like it. It counts for rows alone that have no address either.
 */
export function nameAndWork(person: { name_key: string; company: string }): string {
	return `name:${person.name_key}\n${fold(person.company)}`;
}

/** Everything that keeps this person out: their addresses, or name and workplace without any. */
export function suppressedBy(person: Protected): string[] {
	return hasAddress(person) ? addressesOf(person) : [nameAndWork(person)];
}

/**
 * Whether a raw line of a file names a person, by name in either order or by an address. Rather
 * too often than too seldom: what is at stake is a line to look at.
 */
export function mentions(raw: string, person: Protected): boolean {
	const words = ` ${fold(raw)} ${fold(decoded(raw))} `;
	const written = asWritten(raw);
	return [person.name_key, person.family_key, ...addressesOf(person).map(lastPart)].some((text) => {
		const key = fold(text);
		return key === '' ? text !== '' && written.includes(text) : words.includes(` ${key} `);
	});
}

/** Of a profile address only what names the person: hosts differ from file to file. */
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
