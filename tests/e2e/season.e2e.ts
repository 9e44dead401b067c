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
	// What stands in one form outlives that another one is sent.
	await mara.goto(`${server.origin}/settings`);
	await settled(mara);
	await mara.getByLabel('You in one sentence').fill('a bookkeeper who edits');
	await mara.getByRole('button', { name: 'Pause', exact: true }).click();
	await settled(mara);
	await expect(mara.getByLabel('You in one sentence')).toHaveValue('a bookkeeper who edits');
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
