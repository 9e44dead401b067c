import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApp, type TestApp } from '#tests/support/app.ts';
import { newId } from './secrets.ts';
import { trimEvents } from './trim-events.ts';

let house: TestApp;
beforeAll(async () => {
	house = await openTestApp();
});
afterAll(() => house.close());

async function addEvents(workspaceId: string, count: number): Promise<void> {
	const sql =
		"insert into events (workspace_id, id, received_at, actor, verb, about_kind, about_id) values (?, ?, ?, 'host', 'goals.added', 'goal', 'x')";
	await house.raw.inOne(async () => {
		for (let at = 0; at < count; at += 1) {
			// Some of the same instant, so that the id decides.
			const received = new Date(Date.UTC(2026, 0, 1) + Math.floor(at / 3) * 1000).toISOString();
			await house.raw.run(sql, workspaceId, newId(), received);
		}
	});
}

async function kept(workspaceId: string): Promise<string[]> {
	const rows = await house.raw.all(
		'select id from events where workspace_id = ? order by received_at, id',
		workspaceId
	);
	return rows.map(({ id }) => String(id));
}

test('the oldest events go beyond a number, those of others stay', async () => {
	const other = await house.another('Nadia Ferreira');
	await addEvents(house.caller.workspaceId, 1000);
	await addEvents(other.workspaceId, 20);
	const before = await kept(house.caller.workspaceId);
	const { database } = house.app;
	expect(await trimEvents(database, house.caller.workspaceId, { most: 1000 })).toBe(0);
	expect(await trimEvents(database, house.caller.workspaceId, { most: 333 })).toBe(667);
	expect(await kept(house.caller.workspaceId)).toEqual(before.slice(-333));
	expect(await kept(other.workspaceId)).toHaveLength(20);
});

test('it stops where the program ends', async () => {
	const { database } = house.app;
	const { workspaceId } = house.caller;
	expect(await trimEvents(database, workspaceId, { most: 1, isOver: () => true })).toBe(0);
	expect(await kept(workspaceId)).toHaveLength(333);
});
