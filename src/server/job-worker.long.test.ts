import { afterEach, beforeEach, expect, test } from 'vitest';
import { openTestApp, type TestApp } from '#tests/support/app.ts';
import { scansOf } from '#tests/support/plans.ts';
import type { RawValue } from '#tests/support/raw.ts';
import { recorded } from '#tests/support/recorded.ts';
import { jobLeasesOf } from './job-leases.ts';
import { JobWorker, queueJob, type JobHandler } from './job-worker.ts';

/** Jobs run fairly between workspaces, and slow jobs leave a place for quick ones. */
let testApp: TestApp;
let worker: JobWorker;
let other: string;
beforeEach(async () => {
	testApp = await openTestApp();
	await testApp.app.jobs.stop();
	other = (await testApp.another('Nadia Ferreira')).workspaceId;
});
afterEach(async () => {
	await worker.stop();
	await testApp.close();
});

async function queue(workspaceId: string, kind: string, count: number): Promise<void> {
	await testApp.app.database.write(async (tx) => {
		for (let at = 0; at < count; at += 1) {
			await queueJob(tx, workspaceId, { kind, payload: {} }, testApp.clock.now());
		}
	});
}

async function begin(handlers: Record<string, JobHandler>): Promise<void> {
	const { database, log, secret } = testApp.app;
	worker = new JobWorker(handlers, { database, log, secret, clock: testApp.clock });
	await worker.start();
}

test('two thousand jobs of one workspace delay no other workspace', async () => {
	const done: string[] = [];
	const work: JobHandler = {
		run: ({ workspaceId }) => {
			done.push(workspaceId);
			return Promise.resolve(undefined);
		}
	};
	await queue(testApp.caller.workspaceId, 'deliver', 2000);
	await queue(other, 'import', 3);
	await begin({ deliver: work, import: work });
	await expect
		.poll(() => done.filter((each) => each === other).length, { interval: 1, timeout: 15_000 })
		.toBe(3);
	expect(done.lastIndexOf(other)).toBeLessThan(60);
	// Nor do they delay requests: these are processed between two jobs.
	expect(done.length).toBeLessThan(200);
});

test('jobs without capacity cost nothing, and run once there is some', async () => {
	let hasFreeCapacity = false;
	let asked = 0;
	let done = 0;
	const deliver: JobHandler = {
		hasCapacity: () => {
			asked += 1;
			return hasFreeCapacity;
		},
		run: () => {
			done += 1;
			return Promise.resolve(undefined);
		}
	};
	await queue(testApp.caller.workspaceId, 'deliver', 200);
	await begin({ deliver });
	await new Promise((resolve) => setTimeout(resolve, 600));
	expect(done).toBe(0);
	expect(asked).toBeLessThan(10);
	const untouched = await testApp.app.database.read
		.selectFrom('jobs')
		.select((eb) => eb.fn.countAll<number>().as('count'))
		.where('kind', '=', 'deliver')
		.where('attempts', '=', 0)
		.executeTakeFirstOrThrow();
	expect(Number(untouched.count)).toBe(200);
	hasFreeCapacity = true;
	await expect.poll(() => done, { timeout: 15_000 }).toBe(200);
});

test('a job that gets capacity later does not wait for a long job', async () => {
	let hasFreeCapacity = false;
	let done = 0;
	const held = Promise.withResolvers<undefined>();
	await queue(other, 'import', 1);
	await queue(testApp.caller.workspaceId, 'deliver', 1);
	await begin({
		import: { slow: true, run: () => held.promise },
		deliver: {
			hasCapacity: () => hasFreeCapacity,
			run: () => {
				done += 1;
				return Promise.resolve(undefined);
			}
		}
	});
	await new Promise((resolve) => setTimeout(resolve, 200));
	hasFreeCapacity = true;
	await expect.poll(() => done, { timeout: 3000 }).toBe(1);
	// Stopping waits for the running job, and starts no other.
	const stopping = worker.stop();
	const { user } = process.threadCpuUsage();
	await new Promise((resolve) => setTimeout(resolve, 300));
	expect((process.threadCpuUsage().user - user) / 1000).toBeLessThan(250);
	held.resolve(undefined);
	await stopping;
});

test('many workspaces without capacity hide no other kind of job', async () => {
	for (let at = 0; at < 101; at += 1) {
		const { workspaceId } = await testApp.another(`Explorer ${String(at)}`);
		await queue(workspaceId, 'deliver', 1);
	}
	await queue(other, 'import', 1);
	let done = 0;
	await begin({
		deliver: { hasCapacity: () => false, run: () => Promise.resolve(undefined) },
		import: {
			run: () => {
				done += 1;
				return Promise.resolve(undefined);
			}
		}
	});
	await expect.poll(() => done, { timeout: 3000 }).toBe(1);
});

test('slow jobs leave a place for a quick one, and of one workspace one runs at a time', async () => {
	const goOn = Promise.withResolvers<undefined>();
	const begun: string[] = [];
	const slow: JobHandler = {
		slow: true,
		run: async ({ workspaceId }) => {
			begun.push(workspaceId);
			await goOn.promise;
			return undefined;
		}
	};
	let quick = 0;
	await queue(testApp.caller.workspaceId, 'read', 2);
	await queue(testApp.caller.workspaceId, 'clear', 2);
	await queue(other, 'read', 2);
	await begin({
		read: slow,
		clear: slow,
		holidays: { run: () => Promise.resolve(void (quick += 1)) }
	});
	await queue(testApp.caller.workspaceId, 'holidays', 1);
	worker.wake();
	await expect.poll(() => quick, { timeout: 5000 }).toBe(1);
	expect(begun.toSorted()).toEqual([testApp.caller.workspaceId, other].toSorted());
	goOn.resolve(undefined);
	await worker.finish();
	expect(begun).toHaveLength(6);
});

test('a job that throws is retried later, and the others continue', async () => {
	let tries = 0;
	await queue(testApp.caller.workspaceId, 'bad', 1);
	await queue(testApp.caller.workspaceId, 'good', 1);
	let good = 0;
	await begin({
		bad: {
			run: () => {
				tries += 1;
				return Promise.reject(new Error('It failed.'));
			}
		},
		good: { run: () => Promise.resolve(void (good += 1)) }
	});
	await worker.finish();
	expect([tries, good]).toEqual([1, 1]);
	testApp.clock.set('2026-11-23T08:03:00.000Z');
	await worker.finish();
	expect(tries).toBe(2);
});

test('a job of a kind that only another version knows waits for that version', async () => {
	const { workspaceId } = testApp.caller;
	let done = 0;
	const known: JobHandler = {
		run: () => {
			done += 1;
			return Promise.resolve(undefined);
		}
	};
	await queue(workspaceId, 'of-tomorrow', 150);
	await queue(other, 'known', 2);
	await begin({ known });
	await worker.finish();
	expect(done).toBe(2);
	// Nor is it selected repeatedly.
	const { user } = process.threadCpuUsage();
	await new Promise((resolve) => setTimeout(resolve, 300));
	expect((process.threadCpuUsage().user - user) / 1000).toBeLessThan(100);
	const untouched = await testApp.open
		.selectFrom('jobs')
		.select(['attempts', 'failed_at', 'failure', 'leased_until'])
		.where('kind', '=', 'of-tomorrow')
		.execute();
	expect(untouched).toHaveLength(150);
	for (const row of untouched) {
		expect({ ...row }).toEqual({ attempts: 0, failed_at: null, failure: null, leased_until: null });
	}
	await worker.stop();
	await begin({ known, 'of-tomorrow': known });
	await worker.finish();
	expect(done).toBe(152);
});

test('a worker without kinds acquires nothing', async () => {
	await queue(testApp.caller.workspaceId, 'known', 1);
	await begin({});
	await worker.finish();
	const rows = await testApp.open.selectFrom('jobs').select('attempts').execute();
	expect(rows.map(({ attempts }) => attempts)).toContain(0);
});

test('due jobs are found and acquired through an index', async () => {
	await begin({});
	const asked = recorded(testApp.app.database);
	const leases = jobLeasesOf(asked.database, ['a', 'b']);
	await queue(other, 'a', 1);
	await leases.begin();
	const [share] = await leases.due(testApp.clock.now());
	expect(share).toEqual({ workspaceId: other, kind: 'a' });
	const until = testApp.clock.now();
	expect(await leases.acquire(share!, testApp.clock.now(), until)).toMatchObject({ kind: 'a' });
	await leases.end();
	const selects = asked.statements.filter(({ sql }) => sql.startsWith('select'));
	expect(selects.length).toBe(2);
	const scans = await Promise.all(selects.map((statement) => scansOf(testApp.raw, statement)));
	// The result of the subquery is scanned once more.
	expect(scans.flat().filter((step) => step !== 'SCAN shares')).toEqual([]);
	if (testApp.raw.engine !== 'sqlite') return;
	// Jobs of unknown kinds are not read at all.
	const [first] = selects;
	const plan = await testApp.raw.all(
		`explain query plan ${first!.sql}`,
		...(first!.parameters as RawValue[])
	);
	expect(JSON.stringify(plan)).toContain('jobs_due_by_kind (kind=? AND run_at<?)');
});
