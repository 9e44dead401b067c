import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { operations } from '#surfaces/registry.server.ts';
import type { Caller } from '#server/perform.ts';
import { newId } from '#server/tokens.ts';
import { openTestApp, type TestApp } from '../support/app.ts';
import { contentsOf, seedEveryTable, type Seeded } from '../support/canaries.ts';
import { ask, idFields, tableFor, withIds } from '../support/matrix.ts';
import { columnsOf } from '../support/raw.ts';
import { disableWorkspaceGuard } from './disabled-guard.ts';

/**
 * Two protections separate workspaces: the workspace guard with the conditions of every statement,
 * and row-level security in PostgreSQL. Each is disabled in turn, and the other must be enough;
 * with both disabled the same check must find a leak, otherwise it would prove nothing.
 */
let testApp: TestApp;
let theirs: Seeded;
let stranger: Caller;

beforeAll(async () => {
	testApp = await openTestApp();
	stranger = await testApp.another('Iris Canary');
	await seedEveryTable(testApp.raw, testApp.caller.workspaceId, 'canary-mine');
	theirs = await seedEveryTable(testApp.raw, stranger.workspaceId, 'canary-theirs');
	// Nothing may change in the background between two checks.
	await testApp.app.jobs.stop();
});
afterAll(() => testApp.close());

/**
 * Calls every operation with ids of the other workspace.
 * @returns names of the operations whose answer contained the canary
 */
async function findLeaks(): Promise<string[]> {
	const leaks: string[] = [];
	for (const operation of operations) {
		if (operation.name === 'account.erase') continue;
		const fields = idFields(operation);
		const inputs = fields.map(() =>
			withIds(operation, (field) => {
				const [table] = tableFor(operation, field, theirs);
				return (table && theirs.ids[table]) || newId();
			})
		);
		for (const input of [operation.example, ...inputs]) {
			// With one protection disabled, a statement may fail on the other; an error reveals nothing.
			const answer = await ask(testApp, operation, testApp.caller, input).catch((error: unknown) =>
				String(error)
			);
			if (JSON.stringify(answer).includes(theirs.canary)) leaks.push(operation.name);
		}
	}
	return [...new Set(leaks)];
}

async function setPolicies(action: 'enable' | 'disable'): Promise<void> {
	for (const [table, columns] of await columnsOf(testApp.raw)) {
		if (!columns.some(({ name }) => name === 'workspace_id') && table !== 'workspaces') continue;
		await testApp.raw.run(`alter table ${table} ${action} row level security`);
	}
}

describe.skipIf(process.env.IMAGO_TEST_ENGINE !== 'postgres')('isolation of workspaces', () => {
	test('policies removed: the workspace guard is enough', async () => {
		await setPolicies('disable');
		const before = await contentsOf(testApp.raw, stranger.workspaceId);
		expect(await findLeaks()).toEqual([]);
		expect(await contentsOf(testApp.raw, stranger.workspaceId)).toBe(before);
		await setPolicies('enable');
	}, 120_000);

	test('filters removed: the policies are enough', async () => {
		const before = await contentsOf(testApp.raw, stranger.workspaceId);
		const enableGuard = disableWorkspaceGuard();
		try {
			expect(await findLeaks()).toEqual([]);
		} finally {
			enableGuard();
		}
		expect(await contentsOf(testApp.raw, stranger.workspaceId)).toBe(before);
	}, 120_000);

	test('both removed: the same check finds the leak', async () => {
		await setPolicies('disable');
		const enableGuard = disableWorkspaceGuard();
		try {
			expect((await findLeaks()).length).toBeGreaterThan(5);
		} finally {
			enableGuard();
			await setPolicies('enable');
		}
	}, 120_000);
});
