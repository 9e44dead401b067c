import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readConfig } from '#server/config.ts';
import { openStorage, type Storage } from '#server/open-storage.ts';
import { newDatabase, startPostgres, type PostgresServer } from '../support/postgres.ts';

/** A PostgreSQL that is slow, unavailable, or available again. */
describe.skipIf(!process.env.IMAGO_TEST_POSTGRES)('database errors', () => {
	const folder = mkdtempSync(join(tmpdir(), 'imago-database-errors-'));
	let server: PostgresServer;
	let storage: Storage;
	beforeAll(async () => {
		server = await startPostgres();
		const { url } = await newDatabase(server.socket);
		storage = await openStorage(readConfig({ IMAGO_DATA: folder, DATABASE_URL: url }));
	});
	afterAll(async () => {
		await storage.close();
		await server.stop();
		rmSync(folder, { recursive: true, force: true });
	});

	const busy = { code: 'database.busy', status: 503, retryAfter: 5 };

	test('a statement may take two seconds; the connection goes on working', async () => {
		const { read } = storage.database;
		await expect(sql`select pg_sleep(3)`.execute(read)).rejects.toMatchObject(busy);
		expect((await sql<{ one: number }>`select 1 as one`.execute(read)).rows).toEqual([{ one: 1 }]);
	});

	test('a failed transaction leaves nothing, and the next one starts clean', async () => {
		const { database } = storage;
		const broken = database.write(async (tx) => {
			await tx.insertInto('instance').values({ name: 'half', value: 'x' }).execute();
			await sql`select 1 / 0`.execute(tx);
		});
		await expect(broken).rejects.toThrow('division by zero');
		const swallowed = database.write(async (tx) => {
			await tx.insertInto('instance').values({ name: 'half', value: 'x' }).execute();
			await sql`select 1 / 0`.execute(tx).catch(() => undefined);
		});
		// A commit that the server answers with a rollback must fail.
		await expect(swallowed).rejects.toThrow();
		const rows = await database.read
			.selectFrom('instance')
			.select('name')
			.where('name', '=', 'half')
			.execute();
		expect(rows).toEqual([]);
	});

	test('a connection that the server ended is replaced', async () => {
		const { read } = storage.database;
		const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(read);
		await expect(
			storage.database.write(async (tx) => {
				await sql`select pg_terminate_backend(pg_backend_pid())`.execute(tx);
			})
		).rejects.toMatchObject(busy);
		expect(rows).toHaveLength(1);
		await expect
			.poll(async () => (await sql<{ one: number }>`select 1 as one`.execute(read)).rows.length)
			.toBe(1);
	});

	test('an unavailable server is reported within the timeout', async () => {
		await server.stop();
		const { read } = storage.database;
		const ask = () => sql`select 1`.execute(read);
		await expect(ask().catch(() => ask())).rejects.toMatchObject(busy);
	});
});
