import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApp, type TestApp } from '#tests/support/app.ts';
import { startPruning } from './retention.ts';
import { newId } from './tokens.ts';
import { pruneAuditEvents } from './prune-audit-events.ts';

let testApp: TestApp;
beforeAll(async () => {
	testApp = await openTestApp();
});
afterAll(() => testApp.close());

async function addEvents(workspaceId: string, count: number): Promise<void> {
	const sql =
		"insert into audit_events (workspace_id, id, received_at, actor, verb, about_kind, about_id) values (?, ?, ?, 'host', 'goals.added', 'goal', 'x')";
	await testApp.raw.inOne(async () => {
		for (let at = 0; at < count; at += 1) {
			// Some have the same instant, so that the id decides.
			const received = new Date(Date.UTC(2026, 0, 1) + Math.floor(at / 3) * 1000).toISOString();
			await testApp.raw.run(sql, workspaceId, newId(), received);
		}
	});
}

async function kept(workspaceId: string): Promise<string[]> {
	const rows = await testApp.raw.all(
		'select id from audit_events where workspace_id = ? order by received_at, id',
		workspaceId
	);
	return rows.map(({ id }) => String(id));
}

test('the oldest events beyond a number are deleted, those of other workspaces stay', async () => {
	const other = await testApp.another('Nadia Ferreira');
	await addEvents(testApp.caller.workspaceId, 1000);
	await addEvents(other.workspaceId, 20);
	const before = await kept(testApp.caller.workspaceId);
	const { database } = testApp.app;
	expect(await pruneAuditEvents(database, testApp.caller.workspaceId, { most: 1000 })).toBe(0);
	expect(await pruneAuditEvents(database, testApp.caller.workspaceId, { most: 333 })).toBe(667);
	expect(await kept(testApp.caller.workspaceId)).toEqual(before.slice(-333));
	expect(await kept(other.workspaceId)).toHaveLength(20);
});

test('it stops when the program ends', async () => {
	const { database } = testApp.app;
	const { workspaceId } = testApp.caller;
	expect(await pruneAuditEvents(database, workspaceId, { most: 1, isOver: () => true })).toBe(0);
	expect(await kept(workspaceId)).toHaveLength(333);
});

test('events older than an instant are deleted in every workspace; those of the instant stay', async () => {
	const { database } = testApp.app;
	const { workspaceId } = await testApp.another('Ines Okafor');
	await addEvents(workspaceId, 1000);
	const before = await kept(workspaceId);
	// There are three events at each second.
	expect(await pruneAuditEvents(database, workspaceId, { since: '2026-01-01T00:01:40.000Z' })).toBe(
		300
	);
	expect(await kept(workspaceId)).toEqual(before.slice(300));
	const both = { since: '2026-01-01T00:01:50.000Z', most: 100 };
	expect(await pruneAuditEvents(database, workspaceId, both)).toBe(600);
	expect(await kept(workspaceId)).toEqual(before.slice(900));
});

test('the host sets how many days events are kept; without a number none is deleted by age', async () => {
	const { database, log } = testApp.app;
	const { workspaceId } = await testApp.another('Tove Adeyemi');
	await addEvents(workspaceId, 450);
	const at = testApp.clock.now();
	testApp.clock.set('2026-01-31T00:01:00.000Z');
	await startPruning(database, testApp.clock, log)();
	expect(await kept(workspaceId)).toHaveLength(450);
	const end = startPruning(database, testApp.clock, log, 30);
	await expect.poll(() => kept(workspaceId)).toHaveLength(450 - 3 * 60);
	await end();
	testApp.clock.set(at);
});
