const longestEmail = 254;
const longestUrl = 2000;

/** Letters and digits of any script, as ranges; `\p{L}` takes 15 ms to compile. */
const letter = 'a-z0-9\\u00a1-\\u1fff\\u2070-\\uffff';
const label = `[${letter}](?:[${letter}-]*[${letter}])?`;
const oneAddress = new RegExp(`^[^\\s@"(),:;<>[\\]\\\\]{1,64}@(?:${label}\\.)+(?!\\d+$)${label}$`);
const control = /\p{Cc}/u;

/**
 * Normalises an e-mail address for comparison: trimmed, lower case, Unicode form C.
 * @returns undefined when the text does not look like exactly one address
 */
export function normaliseEmail(text: string): string | undefined {
	const address = text.trim().toLowerCase().normalize('NFC');
	if (address.length > longestEmail || !oneAddress.test(address)) return undefined;
	return control.test(address) || !address.isWellFormed() ? undefined : address;
}

/** Fast path: the form of LinkedIn's own export, which nearly every row has. */
const exported = /^https:\/\/www\.linkedin\.com\/in\/-*[a-z0-9][a-z0-9-]*$/;
const profileAddress =
	/^(?:https?:)?(?:\/\/)?(?:[a-z0-9-]+\.)*linkedin\.com(?::\d{1,5})?\/+(?:mwlite\/+|m\/+)?in\/+([^/?#\s]+)(?:[/?#].*)?$/is;
const notInSlug = /[\s\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069/?#%\\<>"@:]/u;

/**
 * Normalises a LinkedIn profile address for comparison: `linkedin.com/in/<slug>`,
 * lower case, percent escapes decoded; without scheme, country host, language, query or hash.
 * @returns undefined for every other host or page; never throws on a bad escape
 */
export function normaliseProfile(url: string): string | undefined {
	if (exported.test(url)) return url.slice('https://www.'.length);
	if (url.length > longestUrl) return undefined;
	const written = profileAddress.exec(url.trim())?.[1];
	if (written === undefined) return undefined;
	const decoded = decodeEscapes(written);
	// A slug with a decoded slash or percent sign would normalise differently the next time.
	const slug = notInSlug.test(decoded) ? written : decoded;
	if (!/[^-._~]/.test(slug)) return undefined;
	return `linkedin.com/in/${slug.toLowerCase().normalize('NFC').toWellFormed()}`;
}

function decodeEscapes(text: string): string {
	if (!text.includes('%')) return text;
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}
