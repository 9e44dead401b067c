/** Ids are UUIDv7 as text (RFC 9562). Clients may create them. Nothing is ordered by id. */

const pattern = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** @returns whether the text is a UUIDv7 in lower case */
export function isId(text: string): boolean {
	return pattern.test(text);
}

/**
 * Builds a UUIDv7.
 * @param millis milliseconds since 1970, the first 48 bits
 * @param random at least ten random bytes, from the caller
 */
export function makeId(millis: number, random: Uint8Array): string {
	const bytes = new Uint8Array(16);
	for (let index = 0; index < 6; index += 1) {
		bytes[index] = Math.floor(millis / 2 ** (8 * (5 - index))) % 256;
	}
	bytes.set(random.subarray(0, 10), 6);
	bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
	bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
	let text = '';
	for (let index = 0; index < 16; index += 1) {
		if (index === 4 || index === 6 || index === 8 || index === 10) text += '-';
		text += (bytes[index] ?? 0).toString(16).padStart(2, '0');
	}
	return text;
}
