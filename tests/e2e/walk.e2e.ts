import { makeKey, programWith } from '../support/key.ts';
import { fillSeason } from '../support/season.ts';
import { Visitor } from '../support/visitor.ts';
import { alsoAs, expect, expectAccessible, expectNoSidewaysScroll, test } from './fixtures.ts';
import { importPeople } from './steps.ts';

test('thirty thousand people come in beside a season; every page is without findings', async ({
	mara,
	server,
	browser
}) => {
	test.setTimeout(180_000);
	const key = await makeKey(new Visitor(server.origin, await mara.context().cookies()));
	const { asked, personIds } = await fillSeason(programWith(server.origin, key));
	const thread = `/interviews/${asked[0] ?? ''}`;
	await importPeople(mara, server.origin, 30_000);
	await mara.goto(`${server.origin}/people`);
	const all = (30_000 + personIds.length).toLocaleString('en-GB');
	await expect(mara.getByText(all).first()).toBeVisible();
	await mara.goto(`${server.origin}/interviews`);
	await expect(mara.getByText('Joan Whitcombe').locator('visible=true').first()).toBeVisible();

	const paths = [
		'/',
		'/clarity',
		'/people',
		'/people/import',
		'/people/new',
		'/interviews',
		'/interviews/new',
		thread,
		`${thread}/prepare`,
		'/settings'
	];
	for (const colorScheme of ['light', 'dark'] as const) {
		const { context, page } = await alsoAs(mara, browser, { colorScheme });
		for (const path of paths) {
			await page.goto(server.origin + path);
			await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
			await expectAccessible(page, colorScheme === 'light' ? 'everything' : 'colours');
			await expectNoSidewaysScroll(page);
		}
		await context.close();
	}
});
