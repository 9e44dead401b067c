import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { addDays, dayOf } from '#kernel/clock.ts';
import { readKey } from '#server/auth/key.ts';
import { openTestApp, testStart, type TestApp } from '#tests/support/app.ts';
import { addKey, listKeys, pauseSeason } from './operations.server.ts';

let testApp: TestApp;
beforeAll(async () => {
	testApp = await openTestApp();
});
afterAll(() => testApp.close());
afterEach(() => {
	testApp.clock.set(testStart);
});

async function livesIn(zone: string): Promise<void> {
	await testApp.open
		.updateTable('workspaces')
		.set({ zone })
		.where('id', '=', testApp.caller.workspaceId)
		.execute();
}

test.each([
	['Pacific/Auckland', '2026-12-31T11:30:00.000Z', '2027-01-01'],
	['America/Los_Angeles', '2027-01-01T00:30:00.000Z', '2026-12-31']
])('a pause lies within two years of the day in %s', async (zone, now, today) => {
	await livesIn(zone);
	testApp.clock.set(now);
	const last = addDays(today, 731);
	await testApp.as(pauseSeason, { from: last, until: last });
	const after = addDays(today, 732);
	await expect(testApp.as(pauseSeason, { from: after, until: after })).rejects.toMatchObject({
		code: 'season.too-far'
	});
});

test.each([
	// One day in UTC, two in Auckland: 23:00 and 01:00.
	['Pacific/Auckland', '2026-11-23T10:00:00.000Z', '2026-11-23T12:00:00.000Z'],
	['America/Los_Angeles', '2026-11-23T07:00:00.000Z', '2026-11-23T09:00:00.000Z']
])('a key was last used on the day that it was in %s', async (zone, evening, night) => {
	await livesIn(zone);
	testApp.clock.set(evening);
	const { id, key } = await testApp.as(addKey, { name: zone, effects: ['read'] });
	const lastUsedOn = async () => {
		await readKey(testApp.app.database, testApp.clock, key ?? '');
		const { keys } = await testApp.as(listKeys, {});
		return dayOf(keys.find((each) => each.id === id)?.lastUsedAt ?? '', zone);
	};
	expect(await lastUsedOn()).toBe(dayOf(evening, zone));
	testApp.clock.set(night);
	expect(await lastUsedOn()).toBe(dayOf(night, zone));
});
