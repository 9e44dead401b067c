import { expect, test } from './fixtures.ts';
import { ask, becomeClear, byKeyboard, planAndPrepare } from './steps.ts';

test('the same walk by keyboard alone', async ({ mara, server }) => {
	test.setTimeout(240_000);
	await becomeClear(mara, byKeyboard);
	await planAndPrepare(mara, server.origin, byKeyboard, 'Joan Whitcombe');
	await ask(mara, byKeyboard);
	await mara.goto(`${server.origin}/`);
	await expect(mara.getByText('1 of 5', { exact: true })).toBeVisible();
});
