import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

/** The same places as in `playwright.config.ts`. */
const places = [
	process.env.IMAGO_CHROMIUM,
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome'
];

/** A browser to see which fonts a page takes; undefined where none is installed. */
export async function openBrowser(): Promise<Browser | undefined> {
	const executablePath = places.find((path) => path && existsSync(path));
	if (!executablePath) return undefined;
	return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
}

/**
 * Bytes of fonts on the first load of a page. Only a browser knows: it loads a font once a letter
 * stands in it, and style sheets offer more than one page uses.
 * @param cookie `name=value` pairs as a browser sends them
 */
export async function fontBytes(browser: Browser, page: string, cookie: string): Promise<number> {
	const context = await browser.newContext();
	const pairs = cookie ? cookie.split('; ').map((pair) => pair.split('=', 2)) : [];
	const { origin } = new URL(page);
	await context.addCookies(pairs.map(([name = '', value = '']) => ({ name, value, url: origin })));
	const tab = await context.newPage();
	const sizes: Promise<number>[] = [];
	tab.on('requestfinished', (request) => {
		if (request.resourceType() !== 'font') return;
		sizes.push(request.sizes().then(({ responseBodySize }) => responseBodySize));
	});
	await tab.goto(page, { waitUntil: 'networkidle' });
	const bytes = await Promise.all(sizes);
	await context.close();
	return bytes.reduce((sum, each) => sum + each, 0);
}
