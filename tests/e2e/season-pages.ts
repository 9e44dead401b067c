import type { Browser, Page } from '@playwright/test';
import type { RunningServer } from '../support/server.ts';
import { expect, expectGoodPages } from './fixtures.ts';
import { settled } from './steps.ts';

/** Checks Today after the first request was sent. */
export async function checkToday(mara: Page, { origin }: RunningServer): Promise<void> {
	const thread = mara.url();
	await mara.goto(`${origin}/`);
	await expect(mara.getByText('1 of 5', { exact: true })).toBeVisible();
	await expect(mara.getByText(/^Ask a second person, from /)).toBeVisible();
	await mara.goto(thread);
}

/** Checks that the text of one form is kept when another one is submitted. */
export async function sendBeside(mara: Page, { origin }: RunningServer): Promise<void> {
	await mara.goto(`${origin}/settings`);
	await settled(mara);
	await mara.getByLabel('Introduction in one sentence').fill('a bookkeeper who edits');
	await mara.getByRole('button', { name: 'Add pause', exact: true }).click();
	await settled(mara);
	await expect(mara.getByLabel('Introduction in one sentence')).toHaveValue(
		'a bookkeeper who edits'
	);
}

/** Checks every page in light and dark: no violation of axe, no horizontal scrolling. */
export async function checkSeasonPages(
	mara: Page,
	server: RunningServer,
	browser: Browser,
	[first = '']: readonly string[]
): Promise<void> {
	const pages = [
		'/',
		'/introductions',
		'/consultation',
		'/interviews',
		first,
		`${first}/prepare`,
		`${first}/agree`,
		`${first}/talk`,
		`${first}/reflect`,
		'/decide',
		'/settings'
	];
	await expectGoodPages(mara, server.origin, browser, pages, async (page, path) => {
		if (path === '/interviews' && (page.viewportSize()?.width ?? 0) >= 1280) {
			const board = page.getByRole('group', { name: /^Board/ });
			const cut = await board.evaluate((element) => element.scrollWidth - element.clientWidth);
			expect(cut).toBeLessThanOrEqual(0);
		}
		if (!path.endsWith('/talk')) return;
		// The talk is always dark, also in a production build.
		const paper = page.locator('main').first();
		const shown = await paper.evaluate((element) => getComputedStyle(element).colorScheme);
		expect(shown).toBe('dark');
		const screen = page.locator('main > div').first();
		await expect(screen).toHaveCSS('background-color', 'rgb(18, 23, 30)');
	});
}
