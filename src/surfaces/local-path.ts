/**
 * A path of this site from what a form or an address brought; anything else is the start page,
 * so that no link of ours can lead elsewhere.
 */
export function localPath(value: FormDataEntryValue | string | null | undefined): string {
	if (typeof value !== 'string' || !/^\/(?![/\\])/.test(value)) return '/';
	const url = URL.parse(value, 'http://imago.invalid');
	// Dots are resolved by now: `/.//elsewhere.example` has become `//elsewhere.example`.
	if (url?.host !== 'imago.invalid' || url.pathname.startsWith('//')) return '/';
	return url.pathname + url.search + url.hash;
}
