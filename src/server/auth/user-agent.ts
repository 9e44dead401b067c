/**
 * Browsers and systems by a pattern in their User-Agent, the most specific first: nearly all of
 * them also claim to be Chrome, Safari and Mozilla.
 */
const browsers: readonly (readonly [string, RegExp])[] = [
	['Edge', /\bEdg(?:e|A|iOS)?\//],
	['Opera', /\b(?:OPR|Opera|OPT)\//],
	['Samsung Internet', /\bSamsungBrowser\//],
	['Vivaldi', /\bVivaldi\//],
	['Firefox', /\b(?:Firefox|FxiOS)\//],
	['Chrome', /\b(?:Chrome|CriOS|Chromium|HeadlessChrome)\//],
	['Safari', /\bVersion\/[\d.]+.*\bSafari\//]
];

const systems: readonly (readonly [string, RegExp])[] = [
	['iPad', /\biPad\b/],
	['iPhone', /\biPhone\b/],
	['Android', /\bAndroid\b/],
	['ChromeOS', /\bCrOS\b/],
	['Windows', /\bWindows\b/],
	['macOS', /\bMac OS X\b|\bMacintosh\b/],
	['Linux', /\bLinux\b|\bX11\b/]
];

function first(table: typeof browsers, text: string): string | undefined {
	return table.find(([, pattern]) => pattern.test(text))?.[0];
}

/**
 * The families of browser and system of a User-Agent, as text: "Firefox on Windows". Versions and
 * models are left out, so that the stored text identifies nobody.
 * @returns nothing where neither is known
 */
export function familiesOf(userAgent: unknown): string | null {
	if (typeof userAgent !== 'string') return null;
	const text = userAgent.slice(0, 512);
	const browser = first(browsers, text);
	const system = first(systems, text);
	if (browser && system) return `${browser} on ${system}`;
	return browser ?? system ?? null;
}
