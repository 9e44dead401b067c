import { refuse, type Refusal } from '#kernel/refusal.ts';

/** Characters; what browsers and servers still take without trouble [D]. */
export const LONGEST_LINK = 2000;

const schemed = /^[a-z][a-z\d+.-]*:/i;
const hostWithPort = /^[\w.-]+:\d+([/?#]|$)/;

/**
 * A link to a page on the web as it is kept. A missing `https://` is added, host and scheme are
 * made small, a default port goes.
 * @returns an absolute address that starts with `http://` or `https://`
 * @throws Refusal `sources.link` for what is no address of a page (other schemes, such as
 * `javascript:`, included), `sources.link-secret` when a name or password stands in it
 */
export function webLink(text: string): string {
	const typed = text.trim();
	const bare = !schemed.test(typed) || hostWithPort.test(typed);
	const candidate = bare ? `https://${typed}` : typed;
	// The parser drops tabs and line ends, so "java\nscript:" is judged by what it would become.
	const url = typed.length <= LONGEST_LINK ? URL.parse(candidate) : null;
	if (!url || !['http:', 'https:'].includes(url.protocol)) throw noPage();
	if (url.href.length > LONGEST_LINK) throw noPage();
	if (bare && !url.hostname.includes('.')) throw noPage();
	if (url.username !== '' || url.password !== '') {
		throw refuse(
			'invalid',
			'sources.link-secret',
			'This link carries a name or a password. Take it out, so that it is not kept here.',
			'link'
		);
	}
	return url.href;
}

/** Whether a text is a link as `webLink` keeps it. */
export function isWebLink(text: string): boolean {
	if (text.length > LONGEST_LINK) return false;
	const url = URL.parse(text);
	if (!url || !['http:', 'https:'].includes(url.protocol)) return false;
	return url.href === text && url.username === '' && url.password === '';
}

function noPage(): Refusal {
	return refuse(
		'invalid',
		'sources.link',
		'That is not the address of a page. It begins with https:// and can be copied from the browser.',
		'link'
	);
}
