import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { projectRoot } from '#server/root.ts';
import { makeKey, programWith } from '#tests/support/key.ts';
import { fillSeason } from '#tests/support/season.ts';
import { startServer } from '#tests/support/server.ts';
import { firstExplorer } from '#tests/support/visitor.ts';

/** Takes the pictures of README and guide from an invented season: `npm run screenshots`. */
const folder = join(projectRoot, 'docs/screenshots');
mkdirSync(folder, { recursive: true });

const server = await startServer();
const visitor = await firstExplorer(server);
const season = await fillSeason(programWith(server.origin, await makeKey(visitor)));

const pictures = [
	{ name: 'today', path: '/', phone: false },
	{ name: 'today-phone', path: '/', phone: true },
	{ name: 'clarity', path: '/clarity', phone: false },
	{ name: 'people', path: '/people', phone: false },
	{ name: 'interviews', path: '/interviews', phone: false },
	{ name: 'interview', path: `/interviews/${season.asked[0] ?? ''}`, phone: false },
	{ name: 'prepare', path: `/interviews/${season.prepared}/prepare`, phone: false }
];

const browser = await chromium.launch({
	executablePath: process.env.IMAGO_CHROMIUM ?? '/usr/bin/chromium',
	args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking']
});
for (const { name, path, phone } of pictures) {
	const context = await browser.newContext({
		viewport: phone ? { width: 390, height: 844 } : { width: 1280, height: 800 },
		colorScheme: phone ? 'dark' : 'light',
		locale: 'en-GB',
		timezoneId: 'Europe/Stockholm'
	});
	await context.addCookies(
		visitor.cookie.split('; ').map((pair) => {
			const at = pair.indexOf('=');
			return { name: pair.slice(0, at), value: pair.slice(at + 1), url: server.origin };
		})
	);
	const page = await context.newPage();
	await page.goto(server.origin + path, { waitUntil: 'networkidle' });
	await page.screenshot({ path: join(folder, `${name}.png`) });
	await context.close();
}
await browser.close();
await server.stop();
