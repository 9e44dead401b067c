import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { AxeBuilder } from '@axe-core/playwright';
import {
	test as base,
	expect,
	type Browser,
	type BrowserContext,
	type Page
} from '@playwright/test';
import { invitation } from '../support/imago.ts';
import { firstExplorer, password } from '../support/visitor.ts';
import { startServer, type RunningServer } from '../support/server.ts';
import { settled } from './steps.ts';

/** Who a test is about; nobody else on the server has the address. */
export interface Account {
	name: string;
	email: string;
}

interface Worker {
	/** one server for all tests of a worker, each of which has an account of its own there */
	sharedServer: RunningServer;
	/** the same, and webhooks may go to this machine */
	sharedAllowingServer: RunningServer;
}

interface House {
	/** the worker's; where it has a `firstLink` it is the test's own */
	server: RunningServer;
	account: Account;
	/** what a browser or the log complained about; must stay empty */
	complaints: string[];
	/** an explorer who has just signed up, on Today */
	mara: Page;
}

/** Where a page's complaints go, for the pages of the same person. */
const heardBy = new WeakMap<Page, string[]>();

export function listen(page: Page, complaints: string[]): void {
	heardBy.set(page, complaints);
	page.on('console', (message) => {
		if (message.type() !== 'error' && message.type() !== 'warning') return;
		// A refused form answers 4xx by design; the browser calls that an error of loading.
		if (/Failed to load resource: the server responded with a status of 4\d\d/.test(message.text()))
			return;
		complaints.push(`console at ${new URL(page.url()).pathname}: ${message.text()}`);
	});
	page.on('pageerror', (error) => complaints.push(`page: ${error.message}`));
}

/** The first account of a server, through the pages. */
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

/** One more account of a server, made and signed in by what the forms send; the page is on Today. */
async function beInvited(page: Page, server: RunningServer, account: Account): Promise<void> {
	const { email } = account;
	const steps = [
		[await invitation(server), { ...account, password, zone: 'Europe/Stockholm' }],
		['/signin', { email, password }]
	] as const;
	for (const [path, form] of steps) {
		// Its cookies are the browser's.
		const answer = await page.request.post(server.origin + path, {
			form,
			headers: { origin: server.origin, 'sec-fetch-site': 'same-origin', accept: 'text/html' },
			maxRedirects: 0
		});
		expect([path, answer.status()]).toEqual([path, 303]);
	}
	await page.goto(`${server.origin}/`);
}

/** How many lines of a server's log were looked at, and by which test last. */
const lookedAt = new WeakMap<RunningServer, { lines: number; by: string }>();

/** What a server logged since somebody last asked; whoever asks says who is responsible from then on. */
function newLines(server: RunningServer, by: string): { lines: string[]; before: string } {
	const logged = server
		.output()
		.split('\n')
		.filter((line) => line.startsWith('{'));
	const last = lookedAt.get(server) ?? { lines: 0, by: 'the first account' };
	lookedAt.set(server, { lines: logged.length, by });
	return { lines: logged.slice(last.lines), before: last.by };
}

/** What came in after the test that a server was used by; another one has to say it. */
function belated(server: RunningServer, by = ''): string[] {
	const { lines, before } = newLines(server, by);
	return lines.map((line) => `logged after “${before}” had ended: ${line}`);
}

/** A server with an account already, on which everybody else is invited. */
async function keepServer(
	environment: Record<string, string>,
	use: (server: RunningServer) => Promise<void>
): Promise<void> {
	const server = { ...(await startServer({ environment })) };
	await firstExplorer(server, 'Henrik Gren');
	server.firstLink = undefined;
	await use(server);
	await server.stop();
	const complaints = belated(server);
	if (complaints.length > 0) throw new Error(complaints.join('\n'));
}

export const test = base.extend<House, Worker>({
	// Playwright reads which fixtures are wanted from the form of the first parameter.
	sharedServer: [({}, use) => keepServer({}, use), { scope: 'worker' }],
	sharedAllowingServer: [
		({}, use) => keepServer({ IMAGO_OUTBOUND_ALLOW: '127.0.0.1' }, use),
		{ scope: 'worker' }
	],
	server: async ({ sharedServer }, use) => use(sharedServer),
	account: async ({ server }, use) => {
		const own = randomUUID().slice(0, 8);
		const email = server.firstLink ? 'mara@lindqvist.example' : `mara.${own}@lindqvist.example`;
		await use({ name: 'Mara Lindqvist', email });
	},
	complaints: async ({ server }, use, { titlePath }) => {
		const title = titlePath.join(' › ');
		const complaints = belated(server, title);
		await use(complaints);
		expect([...complaints, ...newLines(server, title).lines]).toEqual([]);
	},
	mara: async ({ page, server, account, complaints }, use) => {
		listen(page, complaints);
		if (server.firstLink) await signUp(page, server);
		else await beInvited(page, server, account);
		await use(page);
	}
});

/** A test that begins where nobody has an account yet: it has a server of its own. */
export const testFromTheStart = test.extend<Pick<House, 'server'>>({
	server: async ({}, use) => {
		const server = await startServer();
		await use(server);
		await server.stop();
	}
});

export { expect };

/** The same program as `axe.source`, in less than half of its bytes. */
const axeSource = readFileSync(
	createRequire(import.meta.resolve('@axe-core/playwright')).resolve('axe-core/axe.min.js'),
	'utf8'
);

/** Brings axe to a page, once for all looks at it: it takes as long as a look does. */
async function axeOn(page: Page): Promise<AxeBuilder> {
	if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeSource);
	// Its usual way opens a page for each look, for frames of other origins: there are none here. Each of
	// its ways brings the program along, so it is given an empty one.
	const axe = new AxeBuilder({ page, axeSource: ';' }).setLegacyMode();
	// Of what passes one place each is enough; of violations all come back.
	return axe.options({ resultTypes: ['violations'] });
}

/**
 * No finding of axe on the page as it is now.
 * @param looksAt `colours` where the same page was looked at whole in other colours
 */
export async function expectAccessible(
	page: Page,
	looksAt: 'everything' | 'colours' = 'everything'
): Promise<void> {
	// A label that points at the first of two fields with one id fills the wrong one; axe is silent.
	await stoodStill(page);
	const twice = await page.evaluate(() => {
		const ids = [...document.querySelectorAll('[id]')].map((element) => element.id);
		return ids.filter((id, index) => ids.indexOf(id) !== index);
	});
	expect(twice).toEqual([]);
	const axe = await axeOn(page);
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

/** Nothing fades any more: colours halfway between two are nobody's. */
async function stoodStill(page: Page): Promise<void> {
	await page.evaluate(async () => {
		// Two frames: by then every change of colour that takes its time has begun.
		await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
		const fading = document.getAnimations().filter((each) => each instanceof CSSTransition);
		await Promise.allSettled(fading.map(({ finished }) => finished));
	});
}

/**
 * Every page, light and dark: nothing that axe finds, nothing out to the side. Colours follow the
 * browser's wish by style sheets alone, so a page is loaded once for both.
 * @param also what else is to be seen on a page
 */
export async function expectGoodPages(
	mara: Page,
	origin: string,
	browser: Browser,
	paths: readonly string[],
	also: (page: Page, path: string) => Promise<void> = () => Promise.resolve()
): Promise<void> {
	const { context, page } = await alsoAs(mara, browser, { colorScheme: 'light' });
	for (const path of paths) {
		await page.goto(origin + path);
		await settled(page);
		for (const colorScheme of ['light', 'dark'] as const) {
			await page.emulateMedia({ colorScheme });
			await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
			await expectAccessible(page, colorScheme === 'light' ? 'everything' : 'colours');
			await expectNoSidewaysScroll(page);
			await also(page, path);
		}
		// The next page begins light.
		await page.emulateMedia({ colorScheme: 'light' });
	}
	await context.close();
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
	const also = await context.newPage();
	const complaints = heardBy.get(page);
	if (complaints) listen(also, complaints);
	return { context, page: also };
}
