import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

/** The same paths as in `playwright.config.ts`. */
const browserPaths = [
	process.env.IMAGO_CHROMIUM,
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome'
];

/** Opens a browser for measuring fonts; undefined where none is installed. */
export async function openBrowser(): Promise<Browser | undefined> {
	const executablePath = browserPaths.find((path) => path && existsSync(path));
	if (!executablePath) return undefined;
	return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
}

/**
 * Bytes of fonts on the first load of a page. Measured in a browser, which loads a font only when a
 * character needs it.
 * @param cookie `name=value` pairs as in a Cookie header
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
