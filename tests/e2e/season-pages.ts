import type { Browser, Page } from '@playwright/test';
import type { RunningServer } from '../support/server.ts';
import { alsoAs, expect, expectAccessible, expectNoSidewaysScroll } from './fixtures.ts';
import { settled } from './steps.ts';

/** Every page of a season that was played, light and dark: no finding, nothing out to the side. */
export async function lookAtSeason(
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
	for (const colorScheme of ['light', 'dark'] as const) {
		const { context, page } = await alsoAs(mara, browser, { colorScheme });
		for (const path of pages) {
			await page.goto(server.origin + path);
			await settled(page);
			await expectAccessible(page, colorScheme === 'light' ? 'everything' : 'colours');
			await expectNoSidewaysScroll(page);
			if (!path.endsWith('/talk')) continue;
			// The talk is dark for everyone, also in a build.
			const paper = page.locator('main').first();
			const shown = await paper.evaluate((element) => getComputedStyle(element).colorScheme);
			expect(shown).toBe('dark');
			const screen = page.locator('main > div').first();
			await expect(screen).toHaveCSS('background-color', 'rgb(18, 23, 30)');
		}
		await context.close();
	}
}
