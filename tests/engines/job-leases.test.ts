import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { JobWorker, queueJob, type JobHandler } from '#server/job-worker.ts';
import { openTestApp, testEngine, type TestApp } from '../support/app.ts';

/** The job workers of two processes on one database: which of them holds the lease of a job. */
describe.skipIf(testEngine() !== 'postgres')('two job workers', () => {
	let testApp: TestApp;
	const workers: JobWorker[] = [];
	beforeAll(async () => {
		testApp = await openTestApp();
		await testApp.app.jobs.stop();
	});
	afterAll(async () => {
		for (const worker of workers) await worker.stop();
		await testApp.close();
	});

	const begin = async (handlers: Record<string, JobHandler>): Promise<JobWorker> => {
		const { database, log, secret } = testApp.app;
		const worker = new JobWorker(handlers, { database, log, secret, clock: testApp.clock });
		workers.push(worker);
		await worker.start();
		return worker;
	};
	const queue = (kind: string): Promise<void> =>
		testApp.app.database.write((tx) =>
			queueJob(tx, testApp.caller.workspaceId, { kind, payload: {} }, testApp.clock.now())
		);

	test('each of a hundred jobs runs once', async () => {
		let done = 0;
		const count: JobHandler = {
			run: () => {
				done += 1;
				return Promise.resolve(undefined);
			}
		};
		const [one, two] = [await begin({ count }), await begin({ count })];
		for (let at = 0; at < 100; at += 1) await queue('count');
		await Promise.all([one.finish(), two.finish()]);
		expect(done).toBe(100);
		for (const worker of workers.splice(0)) await worker.stop();
	});

	test('a worker that loses its connection writes nothing more of the job; another runs it', async () => {
		const wrote: string[] = [];
		const reached = Promise.withResolvers<undefined>();
		const proceed = Promise.withResolvers<undefined>();
		const handler = (name: string): JobHandler => ({
			run: async ({ write }) => {
				if (name === 'first') {
					reached.resolve(undefined);
					await proceed.promise;
				}
				await write(() => Promise.resolve(wrote.push(name)));
				return undefined;
			}
		});
		const first = await begin({ long: handler('first') });
		await queue('long');
		first.wake();
		await reached.promise;
		await testApp.raw.all(
			"select pg_terminate_backend(pid) from pg_stat_activity where application_name like 'imago process%' and datname = current_database()"
		);
		const second = await begin({ long: handler('second') });
		await expect
			.poll(async () => {
				await second.finish();
				return wrote;
			})
			.toEqual(['second']);
		proceed.resolve(undefined);
		await first.finish();
		expect(wrote).toEqual(['second']);
	});

	test('a job without capacity is postponed on its own row, without counting an attempt', async () => {
		let tries = 0;
		const postponing: JobHandler = {
			run: () => {
				tries += 1;
				const later = new Date(Date.parse(testApp.clock.now()) + 60_000).toISOString();
				return Promise.resolve(tries < 9 ? { later } : undefined);
			}
		};
		for (const worker of workers.splice(0)) await worker.stop();
		const worker = await begin({ postponing });
		await queue('postponing');
		for (let at = 0; at < 9; at += 1) {
			await worker.finish();
			testApp.clock.set(new Date(Date.parse(testApp.clock.now()) + 61_000).toISOString());
		}
		const rows = await testApp.open
			.selectFrom('jobs')
			.select(['attempts', 'done_at', 'failed_at'])
			.where('kind', '=', 'postponing')
			.execute();
		expect(rows).toEqual([{ attempts: 1, done_at: rows[0]?.done_at, failed_at: null }]);
		expect(rows[0]?.done_at).not.toBeNull();
	});
});
