import { afterAll, beforeAll, expect, test } from 'vitest';
import {
	callerNow,
	exported,
	fillByOperations,
	addPeople,
	rowsOf
} from '#tests/support/transfer/transfer.ts';
import { importFile } from '#features/transfer/operations/import-file.server.ts';
import { findPeople } from '#features/people/operations.server.ts';
import { openTestApp, type TestApp } from '../support/app.ts';
import { startPostgres, type PostgresServer } from '../support/postgres.ts';

/**
 * A workspace moves from one engine to the other: a season made through operations, with 10,000
 * people, must be equal row by row, and its export byte for byte.
 */
const many = 10_000;
let server: PostgresServer | undefined;
const opened: TestApp[] = [];

beforeAll(async () => {
	if (process.env.IMAGO_TEST_POSTGRES) return;
	server = await startPostgres();
	process.env.IMAGO_TEST_POSTGRES = server.socket;
}, 60_000);
afterAll(async () => {
	for (const testApp of opened) await testApp.close();
	if (!server) return;
	delete process.env.IMAGO_TEST_POSTGRES;
	await server.stop();
});

async function openOn(engine: 'sqlite' | 'postgres'): Promise<TestApp> {
	const testApp = await openTestApp(undefined, engine);
	opened.push(testApp);
	return testApp;
}

test.each([
	['sqlite', 'postgres'],
	['postgres', 'sqlite']
] as const)(
	'from %s to %s, equal row by row',
	async (from, to) => {
		const here = await openOn(from);
		const there = await openOn(to);
		await fillByOperations(here);
		await addPeople(here, many);
		await here.settle();
		const file = await exported(here);

		await importFile(there.app, there.caller, Buffer.from(file));
		const caller = await callerNow(there);
		expect(await rowsOf(there, caller.workspaceId)).toEqual(
			await rowsOf(here, here.caller.workspaceId)
		);
		expect(await exported(there, caller)).toBe(file);
		const { people } = await there.as(findPeople, { words: `canary ${String(many - 1)}` }, caller);
		expect(people).toHaveLength(1);
	},
	120_000
);
