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

/** The account of a test; its e-mail address is unique on the server. */
export interface Account {
	name: string;
	email: string;
}

interface Worker {
	/** one server for all tests of a worker; each test has its own account there */
	sharedServer: RunningServer;
	/** another server, which allows webhooks to this machine */
	sharedAllowingServer: RunningServer;
}

interface Fixtures {
	/** the shared server of the worker; one with a `firstLink` belongs to the test */
	server: RunningServer;
	account: Account;
	/** errors and warnings of browser and server log; must stay empty */
	complaints: string[];
	/** the page of a new explorer, on Today */
	mara: Page;
}

/** The list of complaints for all pages of the same person. */
const complaintsOf = new WeakMap<Page, string[]>();

export function listen(page: Page, complaints: string[]): void {
	complaintsOf.set(page, complaints);
	page.on('console', (message) => {
		if (message.type() !== 'error' && message.type() !== 'warning') return;
		// A refused form answers 4xx by design, which the browser logs as a loading error.
		if (/Failed to load resource: the server responded with a status of 4\d\d/.test(message.text()))
			return;
		complaints.push(`console at ${new URL(page.url()).pathname}: ${message.text()}`);
	});
	page.on('pageerror', (error) => complaints.push(`page: ${error.message}`));
}

/** Signs up the first account of a server through the pages. */
export async function signUp(
	page: Page,
	server: Pick<RunningServer, 'origin' | 'firstLink'>
): Promise<void> {
	await page.goto(server.origin + (server.firstLink ?? ''));
	await page.getByLabel('Your name').fill('Mara Lindqvist');
	await page.getByLabel('E-mail').fill('mara@lindqvist.example');
	await page.getByLabel('Password').fill(password);
	await page.getByLabel('Time zone').selectOption('Europe/Stockholm');
	await page.getByRole('button', { name: 'Create account' }).click();
	await page.waitForURL(`${server.origin}/`);
}

/**
 * Signs up a further account with an invitation and signs in by form posts; the page is then on Today.
 */
async function signUpInvited(page: Page, server: RunningServer, account: Account): Promise<void> {
	const { email } = account;
	const steps = [
		[await invitation(server), { ...account, password, zone: 'Europe/Stockholm' }],
		['/signin', { email, password }]
	] as const;
	for (const [path, form] of steps) {
		// Requests of the page share the cookies of its browser.
		const answer = await page.request.post(server.origin + path, {
			form,
			headers: { origin: server.origin, 'sec-fetch-site': 'same-origin', accept: 'text/html' },
			maxRedirects: 0
		});
		expect([path, answer.status()]).toEqual([path, 303]);
	}
	await page.goto(`${server.origin}/`);
}

/** The number of log lines that were checked per server, and the test that checked them last. */
const checkedLines = new WeakMap<RunningServer, { lines: number; by: string }>();

/** The log lines since the last check, and the test responsible for them. */
function newLines(server: RunningServer, by: string): { lines: string[]; before: string } {
	const logged = server
		.output()
		.split('\n')
		.filter((line) => line.startsWith('{'));
	const last = checkedLines.get(server) ?? { lines: 0, by: 'the first account' };
	checkedLines.set(server, { lines: logged.length, by });
	return { lines: logged.slice(last.lines), before: last.by };
}

/** The lines that were logged after a test had ended; they are reported by the next test. */
function lateLines(server: RunningServer, by = ''): string[] {
	const { lines, before } = newLines(server, by);
	return lines.map((line) => `logged after “${before}” had ended: ${line}`);
}

/** Starts a server with an account, so that further accounts need an invitation. */
async function provideServer(
	environment: Record<string, string>,
	use: (server: RunningServer) => Promise<void>
): Promise<void> {
	const server = { ...(await startServer({ environment })) };
	await firstExplorer(server, 'Henrik Gren');
	server.firstLink = undefined;
	await use(server);
	await server.stop();
	const complaints = lateLines(server);
	if (complaints.length > 0) throw new Error(complaints.join('\n'));
}

export const test = base.extend<Fixtures, Worker>({
	// Playwright reads which fixtures are wanted from the form of the first parameter.
	sharedServer: [({}, use) => provideServer({}, use), { scope: 'worker' }],
	sharedAllowingServer: [
		({}, use) => provideServer({ IMAGO_OUTBOUND_ALLOW: '127.0.0.1' }, use),
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
		const complaints = lateLines(server, title);
		await use(complaints);
		expect([...complaints, ...newLines(server, title).lines]).toEqual([]);
	},
	mara: async ({ page, server, account, complaints }, use) => {
		listen(page, complaints);
		if (server.firstLink) await signUp(page, server);
		else await signUpInvited(page, server, account);
		await use(page);
	}
});

/** A test that needs a server without accounts: it has a server of its own. */
export const testFromTheStart = test.extend<Pick<Fixtures, 'server'>>({
	server: async ({}, use) => {
		const server = await startServer();
		await use(server);
		await server.stop();
	}
});

export { expect };

/** The minified build of axe, less than half of `axe.source`. */
const axeSource = readFileSync(
	createRequire(import.meta.resolve('@axe-core/playwright')).resolve('axe-core/axe.min.js'),
	'utf8'
);

/** Injects axe into a page once, since injecting takes as long as a run. */
async function axeOn(page: Page): Promise<AxeBuilder> {
	if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeSource);
	// The default mode opens a page per run for cross-origin frames, which do not exist here. AxeBuilder
	// always injects its source, so it gets an empty one.
	const axe = new AxeBuilder({ page, axeSource: ';' }).setLegacyMode();
	// Only violations are collected in full.
	return axe.options({ resultTypes: ['violations'] });
}

/**
 * Expects no violation of axe on the page.
 * @param scope `colours` where the same page was checked completely in another colour scheme
 */
export async function expectAccessible(
	page: Page,
	scope: 'everything' | 'colours' = 'everything'
): Promise<void> {
	// axe does not report duplicate ids, by which a label would point at the wrong field.
	await transitionsEnded(page);
	const twice = await page.evaluate(() => {
		const ids = [...document.querySelectorAll('[id]')].map((element) => element.id);
		return ids.filter((id, index) => ids.indexOf(id) !== index);
	});
	expect(twice).toEqual([]);
	const axe = await axeOn(page);
	if (scope === 'colours') axe.withRules(['color-contrast', 'link-in-text-block']);
	const { violations } = await axe.analyze();
	expect(
		violations.map(
			({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`
		)
	).toEqual([]);
}

/** Expects no horizontal scrolling. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
	const wide = await page.evaluate(
		() => document.documentElement.scrollWidth - document.documentElement.clientWidth
	);
	expect(wide).toBeLessThanOrEqual(0);
}

/**
 * Expects that Enter in a single-line field sends its own form: it presses the first submit button, so that
 * one must not lead elsewhere; and no form stands in another.
 */
export async function expectEnterSends(page: Page): Promise<void> {
	const elsewhere = await page.evaluate(() =>
		[...document.forms]
			.filter((form) =>
				form.querySelector('input:not([type]), input[type=text], input[type=email]')
			)
			.flatMap((form) => {
				const [first] = [...form.elements].filter(
					(element): element is HTMLButtonElement =>
						element instanceof HTMLButtonElement && element.type === 'submit'
				);
				const leads = first?.hasAttribute('formaction') ?? false;
				return leads || form.parentElement?.closest('form') ? [form.action] : [];
			})
	);
	expect([page.url(), elsewhere]).toEqual([page.url(), []]);
}

/**
 * Expects that nothing is cut off at 320 pixels, and at 390 with text of twice the size (WCAG 1.4.10 and
 * 1.4.4). What scrolls inside its own region, as a board or a table, may be wider.
 */
export async function expectReflow(page: Page): Promise<void> {
	const before = page.viewportSize();
	for (const [width, text] of [
		[320, 100],
		[390, 200]
	] as const) {
		await page.setViewportSize({ width, height: 844 });
		await page.evaluate((size) => {
			document.documentElement.style.fontSize = `${size}%`;
		}, text);
		const cut = await page.evaluate(() => {
			const wide = document.documentElement.clientWidth;
			const scrolls = (element: Element): boolean => {
				for (let each = element.parentElement; each; each = each.parentElement) {
					if (each === document.body) return false;
					if (/auto|scroll|hidden/.test(getComputedStyle(each).overflowX)) return true;
				}
				return false;
			};
			const elements = [...document.querySelectorAll('body *')].filter((element) => {
				const { left, right, width: across } = element.getBoundingClientRect();
				return across > 1 && (left < -1 || right > wide + 1);
			});
			return elements
				.filter((element) => !element.closest('.skip, [popover], dialog, svg') && !scrolls(element))
				.map((element) => `${element.tagName} ${element.textContent.trim().slice(0, 40)}`);
		});
		expect([page.url(), width, cut]).toEqual([page.url(), width, []]);
		await expectNoSidewaysScroll(page);
	}
	await page.evaluate(() => {
		document.documentElement.style.fontSize = '';
	});
	if (before) await page.setViewportSize(before);
}

/** Waits until all CSS transitions have ended, so that colours are final. */
async function transitionsEnded(page: Page): Promise<void> {
	await page.evaluate(async () => {
		// After two frames every CSS transition has started.
		await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
		const fading = document.getAnimations().filter((each) => each instanceof CSSTransition);
		await Promise.allSettled(fading.map(({ finished }) => finished));
	});
}

/**
 * Checks every page in light and dark: no violation of axe, no horizontal scrolling; then on a narrow screen
 * and with large text. The colour scheme
 * depends on style sheets only, so each page is loaded once.
 * @param also further checks of a page
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
		await expectEnterSends(page);
		await expectReflow(page);
		// The next page starts in light.
		await page.emulateMedia({ colorScheme: 'light' });
	}
	await context.close();
}

/**
 * Opens another browser context with the same session, with other options such as colour scheme or
 * disabled script.
 */
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
	const complaints = complaintsOf.get(page);
	if (complaints) listen(also, complaints);
	return { context, page: also };
}
