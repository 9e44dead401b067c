import { expect, testFromTheStart as test } from './fixtures.ts';
import { checkSeasonPages, checkToday, sendBeside } from './season-pages.ts';
import { byKeyboard } from './steps.ts';
import { walkSeason } from './whole-season.ts';

test('the whole season by keyboard alone', async ({ mara, server, browser }) => {
	test.setTimeout(300_000);
	const paths = await walkSeason(mara, server.origin, byKeyboard, () => checkToday(mara, server));
	await mara.goto(`${server.origin}/decide`);
	await expect(mara.getByText(/Test further/).first()).toBeVisible();
	await sendBeside(mara, server);
	await checkSeasonPages(mara, server, browser, paths);
});
