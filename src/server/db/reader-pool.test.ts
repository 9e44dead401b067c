import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { makeLink } from '#server/auth/links.ts';
import { openTestApp, testEngine, type TestApp } from '#tests/support/app.ts';
import { openDatabase, type Database } from './open.ts';
import type { Tables } from './tables.ts';

let testApp: TestApp;
let database: Database;
beforeEach(async () => {
	testApp = await openTestApp();
	({ database } = testApp.app);
});
afterEach(() => testApp.close());

const addLink = () => database.write((tx) => makeLink(tx, 'account', testApp.clock.now()));

async function countLinks(db: Kysely<Tables>): Promise<number> {
	const row = await db
		.selectFrom('one_time_links')
		.select((eb) => eb.fn.countAll<number>().as('count'))
		.executeTakeFirstOrThrow();
	return Number(row.count);
}

test('the reads of one operation share a snapshot, and block no write', async () => {
	const before = await countLinks(database.read);
	const seen = await database.reading(async (db) => {
		const counts = [await countLinks(db)];
		for (let at = 0; at < 5; at += 1) {
			await addLink();
			counts.push(await countLinks(db));
		}
		return counts;
	});
	expect(seen).toEqual(Array.from({ length: 6 }, () => before));
	// The next operation sees the later write.
	expect(await database.reading(countLinks)).toBe(before + 5);
});

test('overlapping operations have a snapshot each', async () => {
	const reads = Array.from({ length: 40 }, () =>
		database.reading(async (db) => {
			const first = await countLinks(db);
			await setImmediate();
			return [first, await countLinks(db)];
		})
	);
	for (let at = 0; at < 10; at += 1) await addLink();
	const seen = await Promise.all(reads);
	for (const [first, second] of seen) expect(second).toBe(first);
	expect(await database.reading(countLinks)).toBeGreaterThanOrEqual(10);
});

test('a failed operation returns its connection, without an open transaction', async () => {
	const failing = Array.from({ length: 40 }, (_, at) =>
		database.reading(async (db) => {
			await countLinks(db);
			if (at % 2 === 0) throw new Error('It stumbled.');
			await db
				.selectFrom('no_such_table' as 'jobs')
				.select('id')
				.execute();
		})
	);
	const ends = await Promise.allSettled(failing);
	expect(ends.every(({ status }) => status === 'rejected')).toBe(true);
	await addLink();
	const counts = await Promise.all(Array.from({ length: 40 }, () => database.reading(countLinks)));
	expect(new Set(counts)).toEqual(new Set([await countLinks(database.read)]));
});

describe.runIf(testEngine() === 'sqlite')('the write-ahead log of a file', () => {
	const logOf = (): string => {
		const { settings } = database;
		return settings.engine === 'sqlite' ? `${settings.path}-wal` : '';
	};

	/** Number of restarts of the log, from its header. */
	const beginnings = (): number => readFileSync(logOf()).readUInt32BE(12);

	test('is restarted although there is always a reader', async () => {
		let isOver = false;
		const readers = Array.from({ length: 6 }, async () => {
			while (!isOver) {
				await database.reading(async (db) => {
					await countLinks(db);
					await setImmediate();
					return countLinks(db);
				});
			}
		});
		await addLink();
		const before = beginnings();
		for (const end = Date.now() + 10_000; beginnings() === before && Date.now() < end;) {
			await addLink();
			await setImmediate();
		}
		isOver = true;
		await Promise.all(readers);
		expect(beginnings()).toBeGreaterThan(before);
	});

	test('is checkpointed completely when there is no reader', async () => {
		await Promise.all(Array.from({ length: 10 }, () => database.reading(countLinks)));
		await addLink();
		const [state] = await testApp.raw.all('pragma wal_checkpoint(truncate)');
		expect(state).toMatchObject({ busy: 0 });
		expect(statSync(logOf()).size).toBe(0);
	});

	test('is removed on close, which waits for running reads', async () => {
		const folder = mkdtempSync(join(tmpdir(), 'imago-reading-'));
		try {
			const path = join(folder, 'imago.db');
			const other = openDatabase(path);
			await other.write((tx) => makeLink(tx, 'account', testApp.clock.now()));
			const reads = Array.from({ length: 10 }, () =>
				other.reading(async (db) => {
					await setImmediate();
					return countLinks(db);
				})
			);
			await setImmediate();
			await other.close();
			expect(await Promise.all(reads)).toEqual(reads.map(() => 1));
			expect(existsSync(path)).toBe(true);
			expect(existsSync(`${path}-wal`)).toBe(false);
			await expect(other.reading(countLinks)).rejects.toThrow('closed');
		} finally {
			rmSync(folder, { recursive: true, force: true });
		}
	});
});
