import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContextOptions, type Page } from '@playwright/test';
import { explorer } from '../db/demo/explorer.ts';
import { projectRoot } from '#server/project-root.ts';
import { startServer } from '#tests/support/server.ts';
import { fillDemo } from './fill-demo.ts';

/** Takes the screenshots of README and guide from the demo season: `npm run screenshots`. */
const folder = join(projectRoot, 'docs/screenshots');
mkdirSync(folder, { recursive: true });

const data = mkdtempSync(join(tmpdir(), 'imago-screenshots-'));
await fillDemo(data, new Date().toISOString());
const server = await startServer({ data });

interface Picture {
	name: string;
	/** a path, or a step of the interview with somebody */
	path?: string;
	interview?: { with: string; step: string };
	phone?: true;
	dark?: true;
}

const pictures: Picture[] = [
	{ name: 'today', path: '/' },
	{ name: 'today-phone', path: '/', phone: true, dark: true },
	{ name: 'clarity', path: '/clarity' },
	{ name: 'people', path: '/people' },
	{ name: 'introductions', path: '/introductions' },
	{ name: 'interviews', path: '/interviews' },
	{ name: 'interview', interview: { with: 'Ruth Ellery', step: '' } },
	{ name: 'agree', interview: { with: 'Inês Falcato', step: '/agree' } },
	{ name: 'prepare', interview: { with: 'Inês Falcato', step: '/prepare' } },
	{ name: 'talk-phone', interview: { with: 'Inês Falcato', step: '/talk' }, phone: true },
	{ name: 'reflect', interview: { with: 'Priya Raman', step: '/reflect' } },
	{ name: 'decide', path: '/decide' },
	{ name: 'decide-phone', path: '/decide', phone: true, dark: true }
];

const browser = await chromium.launch({
	executablePath: process.env.IMAGO_CHROMIUM ?? '/usr/bin/chromium',
	args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking']
});
const at = { locale: 'en-GB', timezoneId: explorer.zone };

async function signedIn(): Promise<BrowserContextOptions['storageState']> {
	const context = await browser.newContext(at);
	const page = await context.newPage();
	await page.goto(`${server.origin}/signin`);
	await page.getByLabel('E-mail').fill(explorer.email);
	await page.getByLabel('Password').fill(explorer.password);
	await page
		.getByRole('button', { name: /^Sign in/ })
		.first()
		.click();
	await page.waitForURL(`${server.origin}/`);
	const state = await context.storageState();
	await context.close();
	return state;
}

async function pathTo(page: Page, { path, interview }: Picture): Promise<string> {
	if (path) return path;
	await page.goto(`${server.origin}/interviews`);
	const link = page.getByRole('link', { name: interview?.with ?? '' }).first();
	return `${(await link.getAttribute('href')) ?? ''}${interview?.step ?? ''}`;
}

const storageState = await signedIn();
for (const picture of pictures) {
	const context = await browser.newContext({
		...at,
		...(storageState ? { storageState } : {}),
		viewport: picture.phone ? { width: 390, height: 844 } : { width: 1280, height: 800 },
		colorScheme: picture.dark ? 'dark' : 'light'
	});
	const page = await context.newPage();
	await page.goto(server.origin + (await pathTo(page, picture)), { waitUntil: 'networkidle' });
	if (picture.name === 'talk-phone') {
		// The picture shows a running talk.
		await page.getByRole('button', { name: /^Start talk/ }).click();
		await page.getByLabel(/^Note$/).fill('three days of calls per page');
		await page.keyboard.press('Enter');
		await page
			.getByText('All 1 notes saved')
			.or(page.getByText(/saved$/))
			.first()
			.waitFor();
	}
	await page.screenshot({ path: join(folder, `${picture.name}.png`) });
	await context.close();
}
await browser.close();
await server.stop();
