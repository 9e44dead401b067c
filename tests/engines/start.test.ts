import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import pg from 'pg';
import { readConfig } from '#server/config.ts';
import { openStorage } from '#server/open-storage.ts';
import { newDatabase, dropDatabase, type TestDatabase } from '../support/postgres.ts';

/** Conditions of a PostgreSQL database under which the program refuses to start. */
const socket = process.env.IMAGO_TEST_POSTGRES ?? '';

describe.skipIf(socket === '')('the start is refused', () => {
	const folder = mkdtempSync(join(tmpdir(), 'imago-start-'));
	let database: TestDatabase;
	let admin: pg.Client;
	beforeAll(async () => {
		database = await newDatabase(socket);
		admin = new pg.Client({ connectionString: database.adminUrl });
		await admin.connect();
	});
	afterAll(async () => {
		await admin.end();
		await dropDatabase(socket, database.name);
		rmSync(folder, { recursive: true, force: true });
	});

	const start = async (environment: Record<string, string>): Promise<string> => {
		const config = readConfig({ IMAGO_DATA: folder, DATABASE_URL: database.url, ...environment });
		try {
			const storage = await openStorage(config);
			await storage.close();
			return 'started';
		} catch (error) {
			return (error as Error).message;
		}
	};

	test('with correct roles it starts', async () => {
		expect(await start({})).toBe('started');
		expect(await start({ DATABASE_OWNER_URL: database.ownerUrl })).toBe('started');
	});

	test('for an administrator, and for a role that may become one', async () => {
		expect(await start({ DATABASE_URL: database.adminUrl })).toContain('ignores the policies');
		await admin.query('create role imago_boss bypassrls; grant imago_boss to imago');
		expect(await start({})).toMatch(/may become imago_boss/);
		await admin.query('drop role imago_boss');
	});

	test('for the owner of the tables', async () => {
		expect(await start({ DATABASE_URL: database.ownerUrl })).toContain('could remove its policies');
	});

	test('for an owner that is none, or an administrator', async () => {
		expect(await start({ DATABASE_OWNER_URL: database.adminUrl })).toContain('an administrator');
		expect(await start({ DATABASE_OWNER_URL: database.url })).toContain('does not own');
	});

	test('where a table has lost its policy, until the owner puts it up again', async () => {
		await admin.query('alter table themes disable row level security');
		expect(await start({})).toContain('The table themes has lost its row-level security');
		expect(await start({ DATABASE_OWNER_URL: database.ownerUrl })).toBe('started');
		expect(await start({})).toBe('started');
	});

	test('where a migration is missing and no role may run it, and for a newer schema', async () => {
		await admin.query("update migrations set name = '9999-of-tomorrow' where name like '0023%'");
		expect(await start({})).toContain('9999-of-tomorrow is unknown here');
		await admin.query("delete from migrations where name like '9999%'");
		expect(await start({})).toMatch(/needs the migration 0023.*DATABASE_OWNER_URL/);
	});

	test('where no server answers, with the code and without the password', async () => {
		const nowhere = `postgresql://imago:hidden@localhost/x?host=${encodeURIComponent(folder)}`;
		const message = await start({ DATABASE_URL: nowhere });
		expect(message).toContain('did not let Imago in with DATABASE_URL');
		expect(message).not.toContain('hidden');
	});

	test('with another secret than the first process had', async () => {
		const own = await newDatabase(socket);
		const as = (secret: string) =>
			start({ DATABASE_URL: own.url, IMAGO_SECRET: secret.repeat(64) });
		expect([await as('a'), await as('a')]).toEqual(['started', 'started']);
		expect(await as('b')).toContain('created with another secret');
		await dropDatabase(socket, own.name);
	});

	test('in a folder that holds a SQLite file', async () => {
		const other = mkdtempSync(join(tmpdir(), 'imago-start-'));
		writeFileSync(join(other, 'imago.db'), '');
		expect(await start({ IMAGO_DATA: other })).toContain('holds a SQLite file');
		rmSync(other, { recursive: true, force: true });
	});
});
