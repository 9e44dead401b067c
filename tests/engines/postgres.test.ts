import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addPerson, listPeople } from '#features/people/operations.server.ts';
import { openTheme } from '#features/clarity/operations.server.ts';
import { todayFacts } from '#features/today/operations.server.ts';
import { readMigrations } from '#server/db/migrations.ts';
import { migratePostgres } from '#server/db/postgres/migrate.ts';
import { openPostgres } from '#server/db/postgres/open.ts';
import { connectDedicated } from '#server/db/postgres/pool.ts';
import { DatabaseLimiter } from '#server/rate-limiter-in-database.ts';
import { perform } from '#server/perform.ts';
import { scopeFor } from '#server/scope.server.ts';
import { newId } from '#server/tokens.ts';
import { openTestApp, testEngine, type TestApp } from '../support/app.ts';

/** A proxy of the socket of the server that delays every message to it. */
async function startSlowProxy(socket: string) {
	const millis = 50;
	const folder = mkdtempSync(join(tmpdir(), 'imago-proxy-'));
	chmodSync(folder, 0o755);
	const proxy = createServer((near) => {
		const far = connect(join(socket, '.s.PGSQL.5432'));
		near.on('data', (bytes) => void sleep(millis).then(() => far.write(bytes)));
		far.on('data', (bytes) => near.write(bytes));
		near.on('close', () => far.destroy());
		far.on('close', () => near.destroy());
		near.on('error', () => undefined);
		far.on('error', () => undefined);
	});
	await new Promise<void>((resolve) => proxy.listen(join(folder, '.s.PGSQL.5432'), resolve));
	return {
		folder,
		millis,
		close: async () => {
			await new Promise((resolve) => proxy.close(resolve));
			rmSync(folder, { recursive: true, force: true });
		}
	};
}

/** Behaviour in which PostgreSQL differs from SQLite, and that must not be visible. */
describe.skipIf(testEngine() !== 'postgres')('on PostgreSQL', () => {
	let testApp: TestApp;
	beforeAll(async () => {
		testApp = await openTestApp();
		await testApp.as(addPerson, { name: 'Joan Whitcombe' });
	});
	afterAll(() => testApp.close());

	test('a page waits for few round trips to a server that is far away', async () => {
		const { database, config } = testApp.app;
		const url = new URL(config.postgres?.url ?? '');
		const proxy = await startSlowProxy(url.searchParams.get('host') ?? '');
		url.searchParams.set('host', proxy.folder);
		const far = await openPostgres({ url: url.href, onError: () => undefined });
		const performer = { ...testApp.app, database: far };
		// Connections are opened, and statements prepared, the first time.
		const near = await perform({ ...testApp.app, database }, todayFacts, testApp.caller, {});
		expect(await perform(performer, todayFacts, testApp.caller, {})).toEqual(near);
		const began = performance.now();
		await perform(performer, todayFacts, testApp.caller, {});
		// Eighteen statements; one after the other they would take more than twenty round trips.
		expect((performance.now() - began) / proxy.millis).toBeLessThan(7);
		await far.close();
		await proxy.close();
	});

	test('a migration that changes rows changes them, although policies apply to the owner', async () => {
		const owner = await connectDedicated(
			(testApp.environment.DATABASE_URL ?? '').replace('//imago@', '//imago_owner@')
		);
		const name = readMigrations('postgres').at(-1)?.name ?? '';
		// The owner sees no rows; within a migration it must.
		const visible = await owner.query('select id from people');
		await owner.query('begin; alter table people no force row level security');
		const within = await owner.query("update people set place = 'Lund'");
		await owner.query('rollback');
		expect([visible.rowCount, within.rowCount]).toEqual([0, 1]);
		await owner.query('delete from migrations where name = $1', [name]);
		// The newest migration renames tables, so it cannot run twice; it runs with row-level security not forced, and a
		// failure must restore that.
		await expect(migratePostgres(owner, 'imago')).rejects.toThrow(
			/relation "kept_answers" does not exist/
		);
		await owner.end();
		const [table] = await testApp.raw.all(
			"select relforcerowsecurity::text as forced from pg_class where relname = 'people'"
		);
		expect(table).toEqual({ forced: 'true' });
	});

	test('counts and sums are numbers, as on SQLite, and the sum of nothing is null', async () => {
		const figures = sql`select 2 as held, count(*) as counted, sum(of) as summed,
			sum(of) filter (where of > 9) as nothing from (values (1), (2)) as t (of)`;
		const { rows } = await figures.execute(testApp.app.database.read);
		expect(rows).toEqual([{ held: 2, counted: 2, summed: 3, nothing: null }]);
	});

	test('a read waits for no writer of its workspace', async () => {
		const { database } = testApp.app;
		const { workspaceId } = testApp.caller;
		const begun = Promise.withResolvers<undefined>();
		const end = Promise.withResolvers<undefined>();
		const writing = database.write(async (tx) => {
			const scope = scopeFor({ kind: 'host' }, 'write', workspaceId, tx);
			await scope.db
				.selectFrom('people')
				.select('id')
				.where('workspace_id', '=', workspaceId)
				.execute();
			begun.resolve(undefined);
			await end.promise;
		});
		await begun.promise;
		const reader = scopeFor({ kind: 'host' }, 'read', workspaceId, database.read);
		const rows = await reader.db
			.selectFrom('people')
			.select('id')
			.where('workspace_id', '=', workspaceId)
			.execute();
		expect(rows).toHaveLength(1);
		end.resolve(undefined);
		await writing;
	});

	test('statements sent in a failed transaction are never executed after it', async () => {
		const { database } = testApp.app;
		const { workspaceId } = testApp.caller;
		const failing = database.write(async (tx) => {
			const scope = scopeFor({ kind: 'host' }, 'write', workspaceId, tx);
			const add = (name: string) =>
				scope.db
					.insertInto('organizations')
					.values({
						workspace_id: workspaceId,
						id: newId(),
						name,
						name_key: name,
						kind: 'school',
						added_at: 'x'
					})
					.execute();
			await Promise.all([sql`select 1 / 0`.execute(tx), add('a'), add('b'), add('c')]);
		});
		await expect(failing).rejects.toThrow('division by zero');
		await new Promise((resolve) => setTimeout(resolve, 100));
		expect(await testApp.open.selectFrom('organizations').select('name').execute()).toEqual([]);
	});

	test('U+0000 and invalid cursors are refused without an error', async () => {
		await expect(testApp.as(openTheme, { title: 'Bak\u0000ing' })).rejects.toMatchObject({
			code: 'input.nul'
		});
		const cursor = (key: string): string =>
			Buffer.from(JSON.stringify(['people', 2, key, 'x'])).toString('base64url');
		for (const key of ['abc', '1.5', '1e300', '99999999999999999999', '\u0000']) {
			await expect(
				testApp.as(listPeople, { words: 'whit', cursor: cursor(key) })
			).rejects.toMatchObject({ code: 'people.cursor' });
		}
	});

	test('refused tries are not counted, and a burst gets exactly the limit', async () => {
		const limiter = new DatabaseLimiter(testApp.app.database);
		const limit = { most: 3, minutes: 15 };
		const millis = Date.parse(testApp.clock.now());
		const tries = Array.from({ length: 8 }, () => limiter.take('x', 'y', limit, millis));
		const settled = await Promise.allSettled(tries);
		expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
		for (let at = 0; at < 3; at += 1) await limiter.refund('x', 'y');
		expect((await limiter.take('x', 'y', limit, millis)).left).toBe(2);
		await expect(limiter.take('x', 'y', { most: 1, minutes: 15 }, millis)).rejects.toMatchObject({
			kind: 'too-many'
		});
	});
});
