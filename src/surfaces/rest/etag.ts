import { createHash } from 'node:crypto';

/** What an entity tag says: which read answered, with what, and a sum of the answer. */
export interface EtagContent {
	/** name of the operation that was read */
	operation: string;
	/** its input as query text */
	input: string;
	sum: string;
}

/** Characters of a sum: 132 bits, so that no two answers share one. */
const sumLength = 22;

/** A sum of an answer's text. */
export function digestOfText(text: string): string {
	return createHash('sha256').update(text).digest('base64url').slice(0, sumLength);
}

/**
 * A strong entity tag (RFC 9110 8.8.3). It names the read that it belongs to, so that a write at
 * any other address can be tied to it with `If-Match`.
 */
export function formatEtag({ operation, input, sum }: EtagContent): string {
	return `"${operation}?${input}.${sum}"`;
}

const ours = /^"([\w.]+)\?([!#-~]*)\.([\w-]{22})"$/;

/** @returns what a tag says, or nothing for one that is not ours */
export function parseEtag(tag: string): EtagContent | undefined {
	const [, operation, input, sum] = ours.exec(tag) ?? [];
	if (operation === undefined || input === undefined || sum === undefined) return undefined;
	return { operation, input, sum };
}

/**
 * The tags in a header `If-Match` or `If-None-Match`.
 * @returns `*` for any, a list of tags with `W/` where weak, or nothing where it cannot be read
 */
export function parseEtagList(header: string): '*' | string[] | undefined {
	if (header.trim() === '*') return '*';
	const tags = header.match(/(?:W\/)?"[!#-~\x80-\xff]*"/g) ?? [];
	const rest = header.replace(/(?:W\/)?"[!#-~\x80-\xff]*"/g, '').replace(/[\s,]/g, '');
	return tags.length > 0 && rest === '' ? tags : undefined;
}
