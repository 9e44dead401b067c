import { type Refusal, refuseInvalid } from '#kernel/refusal.ts';

/** Most characters; browsers and servers accept that many [D]. */
export const LONGEST_LINK = 2000;

const schemed = /^[a-z][a-z\d+.-]*:/i;
const hostWithPort = /^[\w.-]+:\d+([/?#]|$)/;

/**
 * Normalizes a web link: `https://` is added if missing, scheme and host are lower-cased, a default
 * port is removed.
 * @returns an absolute address that starts with `http://` or `https://`
 * @throws Refusal `sources.link` when it is no web address (other schemes such as `javascript:`
 * included), `sources.link-secret` when it contains a user name or password
 */
export function webLink(text: string): string {
	const typed = text.trim();
	const bare = !schemed.test(typed) || hostWithPort.test(typed);
	const candidate = bare ? `https://${typed}` : typed;
	// The URL parser drops tabs and line ends, so "java\nscript:" is checked as parsed.
	const url = typed.length <= LONGEST_LINK ? URL.parse(candidate) : null;
	if (!url || !['http:', 'https:'].includes(url.protocol)) throw noPage();
	if (url.href.length > LONGEST_LINK) throw noPage();
	if (bare && !url.hostname.includes('.')) throw noPage();
	if (url.username !== '' || url.password !== '') {
		throw refuseInvalid(
			'sources.link-secret',
			'This link contains a user name or a password. Nothing was saved. Remove it from the link, then try again.',
			'link'
		);
	}
	return url.href;
}

/** Whether a text is a link as normalized by `webLink`. */
export function isWebLink(text: string): boolean {
	if (text.length > LONGEST_LINK) return false;
	const url = URL.parse(text);
	if (!url || !['http:', 'https:'].includes(url.protocol)) return false;
	return url.href === text && url.username === '' && url.password === '';
}

function noPage(): Refusal {
	return refuseInvalid(
		'sources.link',
		'This is not a web address. Nothing was saved. Copy the address from your browser; it begins with https://.',
		'link'
	);
}
