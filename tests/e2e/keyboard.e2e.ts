import { expect, test } from './fixtures.ts';
import { byKeyboard } from './steps.ts';
import { walkSeason } from './whole-season.ts';

test('the whole season by keyboard alone', async ({ mara, server }) => {
	test.setTimeout(300_000);
	await walkSeason(mara, server.origin, byKeyboard);
	await mara.goto(`${server.origin}/decide`);
	await expect(mara.getByText(/Test further/).first()).toBeVisible();
});
