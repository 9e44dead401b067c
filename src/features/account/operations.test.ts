import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApp, type TestApp } from '#tests/support/app.ts';
import { addKey, changeProfile, listKeys, pauseSeason, getProfile } from './operations.server.ts';
import { eraseAccount } from '#features/transfer/operations.server.ts';

let testApp: TestApp;
beforeAll(async () => {
	testApp = await openTestApp();
});
afterAll(() => testApp.close());

test('the chosen country brings its holidays', async () => {
	await testApp.as(changeProfile, { holidayCountry: 'SE' });
	await testApp.settle();
	const profile = await testApp.as(getProfile, {});
	expect(profile.holidays).toContainEqual(expect.objectContaining({ day: '2026-12-25' }));
});

test('holidays that last several days count with each of them', async () => {
	await testApp.as(changeProfile, { holidayCountry: 'TR' });
	await testApp.settle();
	const days = new Set((await testApp.as(getProfile, {})).holidays.map(({ day }) => day));
	// Ramadan Feast of 2026: three days from 20 March.
	for (const day of ['2026-03-20', '2026-03-21', '2026-03-22']) expect(days).toContain(day);
});

test('a pause for ever is refused, and a thousand of them', async () => {
	await expect(
		testApp.as(pauseSeason, { from: '2026-12-21', until: '2199-12-31' })
	).rejects.toMatchObject({ fields: [{ field: 'until' }] });
	await expect(
		testApp.as(pauseSeason, { from: '2199-01-01', until: '2199-01-02' })
	).rejects.toMatchObject({ code: 'season.too-far' });
	await expect(
		testApp.as(pauseSeason, { from: '9999-01-01', until: '9999-01-02' })
	).rejects.toMatchObject({ code: 'input.invalid' });
});

test('a pause that ends before it begins is refused at its end', async () => {
	await expect(
		testApp.as(pauseSeason, { from: '2026-12-21', until: '2026-12-01' })
	).rejects.toMatchObject({ fields: [{ field: 'until' }] });
});

test('a key is shown once and stored as a hash', async () => {
	const { key } = await testApp.as(addKey, { name: 'Spreadsheet', effects: ['read', 'read'] });
	const listed = await testApp.as(listKeys, {});
	expect(JSON.stringify(listed)).not.toContain(key);
	expect(listed.keys[0]?.effects).toEqual(['read']);
	const rows = await testApp.open.selectFrom('keys').selectAll().execute();
	expect(JSON.stringify(rows)).not.toContain(key);
});

test('a session that is not fresh is asked to sign in again', async () => {
	const stale = {
		...testApp.caller,
		actor: { kind: 'explorer', userId: 'x', fresh: false } as const
	};
	await expect(testApp.as(addKey, { name: 'K', effects: ['read'] }, stale)).rejects.toMatchObject({
		code: 'session.not-fresh'
	});
});

test('erasing an account needs its own address and leaves nothing', async () => {
	const other = await testApp.another('Nadia Ferreira');
	await expect(testApp.as(eraseAccount, { email: 'x@y.example' }, other)).rejects.toMatchObject({
		code: 'account.other-email'
	});
	await testApp.as(eraseAccount, { email: 'Nadia.Ferreira@people.example' }, other);
	await testApp.settle();
	const left = await testApp.open
		.selectFrom('workspaces')
		.select('id')
		.where('id', '=', other.workspaceId)
		.execute();
	expect(left).toEqual([]);
});
