/**
 * Validates a redirect target: returns the path of this site that a form or an address named, or `/` for
 * anything else, so that no redirect leads to another site (open redirect).
 */
export function localPath(value: FormDataEntryValue | string | null | undefined): string {
	if (typeof value !== 'string' || !/^\/(?![/\\])/.test(value)) return '/';
	const url = URL.parse(value, 'http://imago.invalid');
	// Dots are resolved by now: `/.//elsewhere.example` has become `//elsewhere.example`.
	if (url?.host !== 'imago.invalid' || url.pathname.startsWith('//')) return '/';
	return url.pathname + url.search + url.hash;
}
