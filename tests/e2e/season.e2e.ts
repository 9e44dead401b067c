import { alsoAs, expect, expectAccessible, expectNoSidewaysScroll, test } from './fixtures.ts';
import { byPointer, settled } from './steps.ts';
import { walkSeason } from './whole-season.ts';

test('the whole season, from sign-up to a recorded decision, by mouse or thumb', async ({
	mara,
	server,
	browser
}) => {
	test.setTimeout(300_000);
	const paths = await walkSeason(mara, server.origin, byPointer);
	await mara.goto(`${server.origin}/`);
	await expect(mara.getByRole('heading', { level: 1 })).toBeVisible();
	const [first = ''] = paths;
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
			await expectAccessible(page);
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
});
