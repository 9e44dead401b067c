import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { operations } from '#surfaces/registry.server.ts';
import type { Caller } from '#server/perform.ts';
import { newId } from '#server/secrets.ts';
import { openTestApp, type TestApp } from '../support/app.ts';
import { contentsOf, seedEveryTable, type Seeded } from '../support/canaries.ts';
import { ask, idFields, tableFor, withIds } from '../support/matrix.ts';
import { columnsOf } from '../support/raw.ts';
import { withoutFilters } from './mutants.ts';

/**
 * Two walls stand between two workspaces: what every statement says, and what the server's policies
 * allow. Each is taken away in turn, and the other must hold alone; with both away the same look
 * must find the leak, else it would prove nothing.
 */
let house: TestApp;
let theirs: Seeded;
let stranger: Caller;

beforeAll(async () => {
	house = await openTestApp();
	stranger = await house.another('Iris Canary');
	await seedEveryTable(house.raw, house.caller.workspaceId, 'canary-mine');
	theirs = await seedEveryTable(house.raw, stranger.workspaceId, 'canary-theirs');
	// Nothing may change in the background while two looks are compared.
	await house.app.jobs.stop();
});
afterAll(() => house.close());

/** Asks everything with the foreign ids that it is about. @returns operations whose answer held the canary */
async function look(): Promise<string[]> {
	const told: string[] = [];
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
			// With a wall away a statement may break on the other: a fault tells nothing either.
			const answer = await ask(house, operation, house.caller, input).catch((error: unknown) =>
				String(error)
			);
			if (JSON.stringify(answer).includes(theirs.canary)) told.push(operation.name);
		}
	}
	return [...new Set(told)];
}

async function policies(word: 'enable' | 'disable'): Promise<void> {
	for (const [table, columns] of await columnsOf(house.raw)) {
		if (!columns.some(({ name }) => name === 'workspace_id') && table !== 'workspaces') continue;
		await house.raw.run(`alter table ${table} ${word} row level security`);
	}
}

describe.skipIf(process.env.IMAGO_TEST_ENGINE !== 'postgres')('the walls', () => {
	test('policies removed: what statements say holds', async () => {
		await policies('disable');
		const before = await contentsOf(house.raw, stranger.workspaceId);
		expect(await look()).toEqual([]);
		expect(await contentsOf(house.raw, stranger.workspaceId)).toBe(before);
		await policies('enable');
	}, 120_000);

	test('filters removed: the policies hold', async () => {
		const before = await contentsOf(house.raw, stranger.workspaceId);
		const mend = withoutFilters();
		try {
			expect(await look()).toEqual([]);
		} finally {
			mend();
		}
		expect(await contentsOf(house.raw, stranger.workspaceId)).toBe(before);
	}, 120_000);

	test('both removed: the same look finds the leak', async () => {
		await policies('disable');
		const mend = withoutFilters();
		try {
			expect((await look()).length).toBeGreaterThan(5);
		} finally {
			mend();
			await policies('enable');
		}
	}, 120_000);
});
