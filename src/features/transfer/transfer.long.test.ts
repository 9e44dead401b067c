import { gzipSync } from 'node:zlib';
import { buffer } from 'node:stream/consumers';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { findPeople } from '#features/people/operations.server.ts';
import { importWorkspaceFile } from '#server/transfer/import-workspace-file.ts';
import { usualBounds } from '#server/transfer/read-export-file.ts';
import type { Caller } from '#server/perform.ts';
import { openTestApp, type TestApp } from '#tests/support/app.ts';
import { importFile } from './operations/import-file.server.ts';
import { addKey } from '#features/account/operations.server.ts';
import { eraseAccount, exportWorkspace, importWorkspace, getAccount } from './operations.server.ts';
import { anyAccount } from '#server/auth/links.ts';
import type { ExportJson } from '#tests/support/transfer/full.ts';
import {
	callerNow,
	countsOf,
	exported,
	fill,
	fillByOperations,
	rowsOf
} from '#tests/support/transfer/transfer.ts';

/** The exported season, and for each test another instance: data directory, secret, account. */
let here: TestApp;
let there: TestApp;
beforeAll(async () => {
	here = await openTestApp();
	await fillByOperations(here);
});
afterAll(() => here.close());
beforeEach(async () => {
	there = await openTestApp();
});
afterEach(() => there.close());

async function bring(file: string | Uint8Array, caller = there.caller): Promise<Caller> {
	await importFile(there.app, caller, Buffer.from(file));
	return callerNow(there, caller);
}

test('a season is exported and imported elsewhere, equal row by row and byte by byte', async () => {
	const file = await exported(here);
	expect(await exported(here)).toBe(file);
	const caller = await bring(file);
	expect(await rowsOf(there, caller.workspaceId)).toEqual(
		await rowsOf(here, here.caller.workspaceId)
	);
	expect(await exported(there, caller)).toBe(file);
	expect(there.app.secret.equals(here.app.secret)).toBe(false);
});

test('so does a row of every table, packed', async () => {
	const full = await openTestApp();
	fill(full);
	const { file, fileName } = await full.as(exportWorkspace, { form: 'json.gz' });
	expect(fileName).toBe('imago-2026-11-23.json.gz');
	const caller = await bring(await buffer(file));
	const rows = await rowsOf(there, caller.workspaceId);
	expect(rows).toEqual(await rowsOf(full, full.caller.workspaceId));
	expect(Object.entries(rows).filter(([, each]) => each.length === 0)).toEqual([]);
	expect(await exported(there, caller)).toBe(await exported(full));
	await full.close();
});

test('the export holds no key, no session, nothing of the instance', async () => {
	await here.as(addKey, { name: 'Stays behind', effects: ['read'] });
	const file = await exported(here);
	expect(file).not.toContain('Stays behind');
	expect(file).not.toContain(here.app.secret.toString('hex'));
	expect(file).not.toContain(here.app.secret.toString('base64url'));
	const { tables } = JSON.parse(file) as { tables: Record<string, unknown> };
	for (const name of ['keys', 'jobs', 'people_search', 'auth_user', 'workspaces']) {
		expect(tables).not.toHaveProperty(name);
	}
});

test('who came in is found by a search, and the profile came along', async () => {
	const caller = await bring(await exported(here));
	const { people } = await there.as(findPeople, { words: 'moorland' }, caller);
	expect(people.map(({ name }) => name).sort()).toEqual(['Ruth Ellery', 'Saoirse Mulkearn']);
	const { holds } = await there.as(getAccount, {}, caller);
	expect(holds).toContainEqual({ table: 'people', rows: 10 });
});

test('what follows from a name is made anew: whoever forges it still finds the person', async () => {
	const file = await exported(here);
	const json = JSON.parse(file) as ExportJson;
	delete json.sum;
	for (const person of json.tables.people ?? []) person.name_key = person.family_key = 'zzz';
	const caller = await bring(JSON.stringify(json));
	const { people } = await there.as(findPeople, { words: 'whitcombe' }, caller);
	expect(people.map(({ name }) => name)).toEqual(['Joan Whitcombe']);
	expect(await exported(there, caller)).toBe(file);
});

test('API keys still work, and the replaced workspace is deleted', async () => {
	await there.as(addKey, { name: 'Spreadsheet', effects: ['read'] });
	const { workspaceId } = await bring(await exported(here));
	const keys = await there.open.selectFrom('keys').select(['workspace_id', 'name']).execute();
	expect(keys).toEqual([{ workspace_id: workspaceId, name: 'Spreadsheet' }]);
	expect(await countsOf(there)).toMatchObject({ auth_user: 1, workspaces: 1 });
	expect(await countsOf(there)).not.toHaveProperty('jobs');
});

test('a workspace with something in it is refused, by name, and stays as it was', async () => {
	const file = await exported(here);
	const caller = await bring(file);
	await expect(bring(file, caller)).rejects.toMatchObject({
		code: 'account.not-empty',
		sentence: expect.stringContaining('10 people, 3 themes, 5 interviews') as string
	});
	expect(await exported(there, caller)).toBe(file);
});

test('an address that was filled while the file came in keeps what it has', async () => {
	const other = await there.another('Nadia Ferreira');
	const bytes = Buffer.from(await exported(here));
	const slowly = async (): Promise<Uint8Array> => {
		// An import of another account runs beside it.
		await expect(bring('{}', other)).rejects.toMatchObject({ code: 'workspace-import.not-ours' });
		await fill(there);
		return bytes;
	};
	await expect(importFile(there.app, there.caller, slowly)).rejects.toMatchObject({
		code: 'account.not-empty'
	});
	await there.settle();
	// Mara and Nadia; the replaced workspace is deleted with its rows.
	expect(await countsOf(there)).toMatchObject({ workspaces: 2, people: 1, interviews: 1 });
});

test('of two files at once the first comes in, and whoever brought the second is told', async () => {
	const first = await exported(here);
	const done = await Promise.allSettled([bring(first), bring(first)]);
	expect(done.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
	const refused = done.find(({ status }) => status === 'rejected');
	expect(refused).toMatchObject({ reason: { code: 'account.replaced', status: 409 } });
	await there.settle();
	expect(await countsOf(there)).toMatchObject({ workspaces: 1, people: 10 });
});

test('it needs a fresh sign-in, and no key will do', async () => {
	const stale = {
		...there.caller,
		actor: { kind: 'explorer', userId: 'u', fresh: false } as const
	};
	const key = {
		...there.caller,
		actor: { kind: 'key', keyId: 'k', effects: ['read', 'write'] } as const
	};
	for (const [caller, code] of [
		[stale, 'session.not-fresh'],
		[key, 'access.not-allowed']
	] as const) {
		await expect(bring('{}', caller)).rejects.toMatchObject({ code });
		await expect(there.as(exportWorkspace, {}, caller)).rejects.toMatchObject({ code });
	}
});

test('an imported workspace of another account is refused like a missing one', async () => {
	await expect(
		there.as(importWorkspace, { importId: here.caller.workspaceId })
	).rejects.toMatchObject({ code: 'workspace-import.missing' });
});

test('complete but never opened, as after a crash, it goes again after an hour', async () => {
	const { database, clock, jobs } = there.app;
	const alongside = () => Promise.resolve();
	const { userId } = there.caller.actor as { userId: string };
	const before = await countsOf(there);
	const bytes = Buffer.from(await exported(here));
	const id = await importWorkspaceFile(
		{ database, clock, alongside },
		{ bytes, bounds: usualBounds },
		userId
	);
	expect(await countsOf(there)).toMatchObject({ workspaces: 2, people: 10 });
	const other = await there.another('Nadia Ferreira');
	await expect(there.as(importWorkspace, { importId: id }, other)).rejects.toMatchObject({
		code: 'workspace-import.missing'
	});
	there.clock.set('2026-11-23T09:01:00.000Z');
	jobs.wake();
	await there.settle();
	expect(await countsOf(there)).toEqual({ ...before, auth_user: 2, workspaces: 2 });
});

test('one whose rows have begun to go, late as it is, is never opened', async () => {
	const { database, clock } = there.app;
	const alongside = () => Promise.resolve();
	const { userId } = there.caller.actor as { userId: string };
	const bytes = Buffer.from(await exported(here));
	const id = await importWorkspaceFile(
		{ database, clock, alongside },
		{ bytes, bounds: usualBounds },
		userId
	);
	await there.raw.run(
		"update jobs set attempts = 1 where workspace_id = ? and kind = 'account.clear'",
		id
	);
	await expect(there.as(importWorkspace, { importId: id })).rejects.toMatchObject({
		code: 'workspace-import.missing'
	});
});

test('a file compressed by another gzip is imported', async () => {
	const file = await exported(here);
	const caller = await bring(gzipSync(file, { level: 1 }));
	expect(await exported(there, caller)).toBe(file);
});

test('once the only account has ended nobody has one, also while its rows are still deleted', async () => {
	await there.app.jobs.stop();
	await there.as(eraseAccount, { email: 'mara.lindqvist@people.example' });
	expect((await countsOf(there)).auth_user).toBe(1);
	expect(await anyAccount(there.app.database.read)).toBe(false);
});
