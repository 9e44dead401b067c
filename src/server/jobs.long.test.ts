import { afterEach, beforeEach, expect, test } from 'vitest';
import { openTestApp, type TestApp } from '#tests/support/app.ts';
import { scansOf } from '#tests/support/plans.ts';
import type { RawValue } from '#tests/support/raw.ts';
import { recorded } from '#tests/support/recorded.ts';
import { jobLeasesOf } from './job-leases.ts';
import { JobWorker, queueJob, type JobHandler } from './jobs.ts';

/** Whatever one workspace has queued, another's turn comes next; and slow jobs leave a place. */
let house: TestApp;
let worker: JobWorker;
let other: string;
beforeEach(async () => {
	house = await openTestApp();
	await house.app.jobs.stop();
	other = (await house.another('Nadia Ferreira')).workspaceId;
});
afterEach(async () => {
	await worker.stop();
	await house.close();
});

async function queue(workspaceId: string, kind: string, count: number): Promise<void> {
	await house.app.database.write(async (tx) => {
		for (let at = 0; at < count; at += 1) {
			await queueJob(tx, workspaceId, { kind, payload: {} }, house.clock.now());
		}
	});
}

async function begin(handlers: Record<string, JobHandler>): Promise<void> {
	const { database, log, secret } = house.app;
	worker = new JobWorker(handlers, { database, log, secret, clock: house.clock });
	await worker.start();
}

test('two thousand jobs of one workspace hold up nobody else’s', async () => {
	const done: string[] = [];
	const work: JobHandler = {
		run: ({ workspaceId }) => {
			done.push(workspaceId);
			return Promise.resolve(undefined);
		}
	};
	await queue(house.caller.workspaceId, 'deliver', 2000);
	await queue(other, 'import', 3);
	await begin({ deliver: work, import: work });
	await expect
		.poll(() => done.filter((each) => each === other).length, { interval: 1, timeout: 15_000 })
		.toBe(3);
	expect(done.lastIndexOf(other)).toBeLessThan(60);
	// Nor do they hold up those who ask for a page: these are seen between two jobs.
	expect(done.length).toBeLessThan(200);
});

test('jobs without room cost nothing, and are done when there is some', async () => {
	let room = false;
	let asked = 0;
	let done = 0;
	const deliver: JobHandler = {
		hasCapacity: () => {
			asked += 1;
			return room;
		},
		run: () => {
			done += 1;
			return Promise.resolve(undefined);
		}
	};
	await queue(house.caller.workspaceId, 'deliver', 200);
	await begin({ deliver });
	await new Promise((resolve) => setTimeout(resolve, 600));
	expect(done).toBe(0);
	expect(asked).toBeLessThan(10);
	const untouched = await house.app.database.read
		.selectFrom('jobs')
		.select((is) => is.fn.countAll<number>().as('count'))
		.where('kind', '=', 'deliver')
		.where('attempts', '=', 0)
		.executeTakeFirstOrThrow();
	expect(Number(untouched.count)).toBe(200);
	room = true;
	await expect.poll(() => done, { timeout: 15_000 }).toBe(200);
});

test('what there is room for later waits for no job that takes long', async () => {
	let room = false;
	let done = 0;
	const held = Promise.withResolvers<undefined>();
	await queue(other, 'import', 1);
	await queue(house.caller.workspaceId, 'deliver', 1);
	await begin({
		import: { slow: true, run: () => held.promise },
		deliver: {
			hasCapacity: () => room,
			run: () => {
				done += 1;
				return Promise.resolve(undefined);
			}
		}
	});
	await new Promise((resolve) => setTimeout(resolve, 200));
	room = true;
	await expect.poll(() => done, { timeout: 3000 }).toBe(1);
	// Who ends waits for the job under way, and does nothing meanwhile.
	const stopping = worker.stop();
	const { user } = process.threadCpuUsage();
	await new Promise((resolve) => setTimeout(resolve, 300));
	expect((process.threadCpuUsage().user - user) / 1000).toBeLessThan(250);
	held.resolve(undefined);
	await stopping;
});

test('many workspaces without room hide no other kind of job', async () => {
	for (let at = 0; at < 101; at += 1) {
		const { workspaceId } = await house.another(`Explorer ${String(at)}`);
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

test('slow jobs leave a place for a quick one, and of one workspace one is done at a time', async () => {
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
	await queue(house.caller.workspaceId, 'read', 2);
	await queue(house.caller.workspaceId, 'clear', 2);
	await queue(other, 'read', 2);
	await begin({
		read: slow,
		clear: slow,
		holidays: { run: () => Promise.resolve(void (quick += 1)) }
	});
	await queue(house.caller.workspaceId, 'holidays', 1);
	worker.wake();
	await expect.poll(() => quick, { timeout: 5000 }).toBe(1);
	expect(begun.toSorted()).toEqual([house.caller.workspaceId, other].toSorted());
	goOn.resolve(undefined);
	await worker.finish();
	expect(begun).toHaveLength(6);
});

test('a job that throws is tried again later, and the others go on', async () => {
	let tries = 0;
	await queue(house.caller.workspaceId, 'bad', 1);
	await queue(house.caller.workspaceId, 'good', 1);
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
	house.clock.set('2026-11-23T08:03:00.000Z');
	await worker.finish();
	expect(tries).toBe(2);
});

test('a job of a kind that only another version knows waits for that version', async () => {
	const { workspaceId } = house.caller;
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
	// It is not looked at again and again either.
	const { user } = process.threadCpuUsage();
	await new Promise((resolve) => setTimeout(resolve, 300));
	expect((process.threadCpuUsage().user - user) / 1000).toBeLessThan(100);
	const untouched = await house.open
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

test('a worker without any kind takes nothing', async () => {
	await queue(house.caller.workspaceId, 'known', 1);
	await begin({});
	await worker.finish();
	const rows = await house.open.selectFrom('jobs').select('attempts').execute();
	expect(rows.map(({ attempts }) => attempts)).toContain(0);
});

test('what is due is looked for and taken through an index', async () => {
	await begin({});
	const asked = recorded(house.app.database);
	const members = jobLeasesOf(asked.database, ['a', 'b']);
	await queue(other, 'a', 1);
	await members.begin();
	const [share] = await members.due(house.clock.now());
	expect(share).toEqual({ workspaceId: other, kind: 'a' });
	const until = house.clock.now();
	expect(await members.acquire(share!, house.clock.now(), until)).toMatchObject({ kind: 'a' });
	await members.end();
	const looks = asked.statements.filter(({ sql }) => sql.startsWith('select'));
	expect(looks.length).toBe(2);
	const scans = await Promise.all(looks.map((statement) => scansOf(house.raw, statement)));
	// What the inner statement found is walked once more.
	expect(scans.flat().filter((step) => step !== 'SCAN shares')).toEqual([]);
	if (house.raw.engine !== 'sqlite') return;
	// Jobs of kinds that nobody here knows are not even passed over.
	const [first] = looks;
	const plan = await house.raw.all(
		`explain query plan ${first!.sql}`,
		...(first!.parameters as RawValue[])
	);
	expect(JSON.stringify(plan)).toContain('jobs_due_by_kind (kind=? AND run_at<?)');
});
