import { createHash } from 'node:crypto';

/** The content of an entity tag: the read it belongs to and a digest of the answer. */
export interface EtagContent {
	/** name of the operation that was read */
	operation: string;
	/** its input as query text */
	input: string;
	digest: string;
}

/** Characters of a digest: 132 bits of SHA-256 as base64url, so that collisions are negligible. */
const digestLength = 22;

/** The digest of the text of an answer. */
export function digestOfText(text: string): string {
	return createHash('sha256').update(text).digest('base64url').slice(0, digestLength);
}

/**
 * A strong entity tag (RFC 9110 8.8.3). It names the read that it belongs to, so that a write at another
 * path can name it in `If-Match`.
 */
export function formatEtag({ operation, input, digest }: EtagContent): string {
	return `"${operation}?${input}.${digest}"`;
}

const etagPattern = /^"([\w.]+)\?([!#-~]*)\.([\w-]{22})"$/;

/** the content of a tag; undefined for one that Imago did not make */
export function parseEtag(tag: string): EtagContent | undefined {
	const [, operation, input, digest] = etagPattern.exec(tag) ?? [];
	if (operation === undefined || input === undefined || digest === undefined) return undefined;
	return { operation, input, digest };
}

/**
 * Parses a header `If-Match` or `If-None-Match`.
 * @returns `*` for any, a list of tags with `W/` where weak, or undefined where it is malformed
 */
export function parseEtagList(header: string): '*' | string[] | undefined {
	if (header.trim() === '*') return '*';
	const tags = header.match(/(?:W\/)?"[!#-~\x80-\xff]*"/g) ?? [];
	const rest = header.replace(/(?:W\/)?"[!#-~\x80-\xff]*"/g, '').replace(/[\s,]/g, '');
	return tags.length > 0 && rest === '' ? tags : undefined;
}
