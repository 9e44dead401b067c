import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { JobWorker, queueJob, type JobHandler } from '#server/jobs.ts';
import { openTestApp, testEngine, type TestApp } from '../support/app.ts';

/** Two processes' workers on one database: who has a job, and who has it no more. */
describe.skipIf(testEngine() !== 'postgres')('a crew of two', () => {
	let house: TestApp;
	const workers: JobWorker[] = [];
	beforeAll(async () => {
		house = await openTestApp();
		await house.app.jobs.stop();
	});
	afterAll(async () => {
		for (const worker of workers) await worker.stop();
		await house.close();
	});

	const begin = async (handlers: Record<string, JobHandler>): Promise<JobWorker> => {
		const { database, log, secret } = house.app;
		const worker = new JobWorker(handlers, { database, log, secret, clock: house.clock });
		workers.push(worker);
		await worker.start();
		return worker;
	};
	const queue = (kind: string): Promise<void> =>
		house.app.database.write((tx) =>
			queueJob(tx, house.caller.workspaceId, { kind, payload: {} }, house.clock.now())
		);

	test('of a hundred jobs each is done once', async () => {
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

	test('who loses its connection in the middle writes nothing more of the job; another does it', async () => {
		const wrote: string[] = [];
		const reached = Promise.withResolvers<undefined>();
		const goOn = Promise.withResolvers<undefined>();
		const handler = (name: string): JobHandler => ({
			run: async ({ write }) => {
				if (name === 'first') {
					reached.resolve(undefined);
					await goOn.promise;
				}
				await write(() => Promise.resolve(wrote.push(name)));
				return undefined;
			}
		});
		const first = await begin({ long: handler('first') });
		await queue('long');
		first.wake();
		await reached.promise;
		await house.raw.all(
			"select pg_terminate_backend(pid) from pg_stat_activity where application_name like 'imago process%' and datname = current_database()"
		);
		const second = await begin({ long: handler('second') });
		await expect
			.poll(async () => {
				await second.finish();
				return wrote;
			})
			.toEqual(['second']);
		goOn.resolve(undefined);
		await first.finish();
		expect(wrote).toEqual(['second']);
	});

	test('a job without room is looked at later, on its own row and uncounted', async () => {
		let tries = 0;
		const shy: JobHandler = {
			run: () => {
				tries += 1;
				const later = new Date(Date.parse(house.clock.now()) + 60_000).toISOString();
				return Promise.resolve(tries < 9 ? { later } : undefined);
			}
		};
		for (const worker of workers.splice(0)) await worker.stop();
		const worker = await begin({ shy });
		await queue('shy');
		for (let at = 0; at < 9; at += 1) {
			await worker.finish();
			house.clock.set(new Date(Date.parse(house.clock.now()) + 61_000).toISOString());
		}
		const rows = await house.open
			.selectFrom('jobs')
			.select(['attempts', 'done_at', 'failed_at'])
			.where('kind', '=', 'shy')
			.execute();
		expect(rows).toEqual([{ attempts: 1, done_at: rows[0]?.done_at, failed_at: null }]);
		expect(rows[0]?.done_at).not.toBeNull();
	});
});
