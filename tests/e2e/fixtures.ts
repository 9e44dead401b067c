import { AxeBuilder } from '@axe-core/playwright';
import {
	test as base,
	expect,
	type Browser,
	type BrowserContext,
	type Page
} from '@playwright/test';
import { password } from '../support/visitor.ts';
import { startServer, type RunningServer } from '../support/server.ts';
import { settled } from './steps.ts';

interface House {
	server: RunningServer;
	/** what a browser or the log complained about; must stay empty */
	complaints: string[];
	/** an explorer who has just signed up, on Today */
	mara: Page;
}

export function listen(page: Page, complaints: string[]): void {
	page.on('console', (message) => {
		if (message.type() !== 'error' && message.type() !== 'warning') return;
		// A refused form answers 4xx by design; the browser calls that an error of loading.
		if (/Failed to load resource: the server responded with a status of 4\d\d/.test(message.text()))
			return;
		complaints.push(`console at ${new URL(page.url()).pathname}: ${message.text()}`);
	});
	page.on('pageerror', (error) => complaints.push(`page: ${error.message}`));
}

export async function signUp(
	page: Page,
	server: Pick<RunningServer, 'origin' | 'firstLink'>
): Promise<void> {
	await page.goto(server.origin + (server.firstLink ?? ''));
	await page.getByLabel('What to call you').fill('Mara Lindqvist');
	await page.getByLabel('E-mail').fill('mara@lindqvist.example');
	await page.getByLabel('Password').fill(password);
	await page.getByLabel('Where you live').selectOption('Europe/Stockholm');
	await page.getByRole('button', { name: 'Begin' }).click();
	await page.waitForURL(`${server.origin}/`);
}

export const test = base.extend<House>({
	// Playwright reads which fixtures are wanted from the form of the first parameter.
	server: async ({}, use) => {
		const server = await startServer();
		await use(server);
		await server.stop();
	},
	complaints: async ({ server }, use) => {
		const complaints: string[] = [];
		await use(complaints);
		const logged = server
			.output()
			.split('\n')
			.filter((line) => line.startsWith('{'));
		expect([...complaints, ...logged]).toEqual([]);
	},
	mara: async ({ page, server, complaints }, use) => {
		listen(page, complaints);
		await signUp(page, server);
		await use(page);
	}
});

export { expect };

/**
 * No finding of axe on the page as it is now.
 * @param looksAt `colours` where the same page was looked at whole in other colours
 */
export async function expectAccessible(
	page: Page,
	looksAt: 'everything' | 'colours' = 'everything'
): Promise<void> {
	// A label that points at the first of two fields with one id fills the wrong one; axe is silent.
	const twice = await page.evaluate(() => {
		const ids = [...document.querySelectorAll('[id]')].map((element) => element.id);
		return ids.filter((id, index) => ids.indexOf(id) !== index);
	});
	expect(twice).toEqual([]);
	// Its usual way opens a page for each look, for frames of other origins: there are none here.
	const axe = new AxeBuilder({ page }).setLegacyMode();
	if (looksAt === 'colours') axe.withRules(['color-contrast', 'link-in-text-block']);
	const { violations } = await axe.analyze();
	expect(
		violations.map(
			({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`
		)
	).toEqual([]);
}

/** Nothing sticks out to the side. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
	const wide = await page.evaluate(
		() => document.documentElement.scrollWidth - document.documentElement.clientWidth
	);
	expect(wide).toBeLessThanOrEqual(0);
}

/**
 * Every page, light and dark: nothing that axe finds, nothing out to the side.
 * @param also what else is to be seen on a page
 */
export async function expectGoodPages(
	mara: Page,
	origin: string,
	browser: Browser,
	paths: readonly string[],
	also: (page: Page, path: string) => Promise<void> = () => Promise.resolve()
): Promise<void> {
	for (const colorScheme of ['light', 'dark'] as const) {
		const { context, page } = await alsoAs(mara, browser, { colorScheme });
		for (const path of paths) {
			await page.goto(origin + path);
			await settled(page);
			await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
			await expectAccessible(page, colorScheme === 'light' ? 'everything' : 'colours');
			await expectNoSidewaysScroll(page);
			await also(page, path);
		}
		await context.close();
	}
}

/** The same person in another browser: other colours, or without script. */
export async function alsoAs(
	page: Page,
	browser: Browser,
	options: Parameters<Browser['newContext']>[0]
): Promise<{ context: BrowserContext; page: Page }> {
	const viewport = page.viewportSize();
	const context = await browser.newContext({
		storageState: await page.context().storageState(),
		locale: 'en-GB',
		timezoneId: 'Europe/Stockholm',
		...(viewport ? { viewport } : {}),
		...options
	});
	return { context, page: await context.newPage() };
}
