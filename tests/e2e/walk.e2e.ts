import { makeKey, programWith } from '../support/key.ts';
import { fillSeason } from '../support/season.ts';
import { Visitor } from '../support/visitor.ts';
import { expect, expectGoodPages, test } from './fixtures.ts';
import { importPeople } from './steps.ts';

test('thirty thousand people are imported beside existing interviews; every page is accessible', async ({
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
	await expectGoodPages(mara, server.origin, browser, paths);
});
