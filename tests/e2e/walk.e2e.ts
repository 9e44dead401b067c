import { alsoAs, expect, expectAccessible, expectNoSidewaysScroll, test } from './fixtures.ts';
import { ask, becomeClear, byPointer, importPeople, planAndPrepare } from './steps.ts';

test('from sign-up to Today showing when to follow up, by mouse or thumb', async ({
	mara,
	server,
	browser
}) => {
	test.setTimeout(240_000);
	await becomeClear(mara, byPointer);
	await importPeople(mara, server.origin, 30_000);
	await mara.goto(`${server.origin}/people`);
	await expect(mara.getByText(/2\d,\d\d\d|30,000/).first()).toBeVisible();
	await planAndPrepare(mara, server.origin, byPointer, 'Joan Whitcombe');
	await ask(mara, byPointer);
	const thread = new URL(mara.url()).pathname;
	await mara.goto(`${server.origin}/`);
	await expect(mara.getByText('1 of 5', { exact: true })).toBeVisible();
	await expect(mara.getByText(/^Ask a second person, from /)).toBeVisible();
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
			await expectAccessible(page);
			await expectNoSidewaysScroll(page);
		}
		await context.close();
	}
});
