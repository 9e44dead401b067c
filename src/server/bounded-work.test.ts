import { expect, test } from 'vitest';
import { BoundedWork } from './bounded-work.ts';

function pendingWork() {
	const { promise, resolve } = Promise.withResolvers<undefined>();
	return {
		work: () => promise,
		end: () => {
			resolve(undefined);
		}
	};
}

test('running and queued tasks are limited, and one more is refused with retryAfter', async () => {
	const work = new BoundedWork({ atOnce: 2, waiting: 3, waitMillis: 10_000 });
	const first = pendingWork();
	let running = 0;
	let most = 0;
	const one = async (): Promise<void> => {
		running += 1;
		most = Math.max(most, running);
		await first.work();
		running -= 1;
	};
	const five = Array.from({ length: 5 }, () => work.run(one));
	await expect(work.run(one)).rejects.toMatchObject({
		code: 'sign-in.busy',
		status: 503,
		retryAfter: 5
	});
	first.end();
	await Promise.all(five);
	expect(most).toBe(2);
	await work.run(one);
});

test('a task that waits too long is refused, and the others continue', async () => {
	const work = new BoundedWork({ atOnce: 1, waiting: 3, waitMillis: 20 });
	const first = pendingWork();
	const running = work.run(first.work);
	await expect(work.run(() => Promise.resolve('late'))).rejects.toMatchObject({
		code: 'sign-in.busy'
	});
	first.end();
	await running;
	expect(await work.run(() => Promise.resolve('done'))).toBe('done');
});

test('failing work frees its place', async () => {
	const work = new BoundedWork({ atOnce: 1, waiting: 0, waitMillis: 20 });
	await expect(work.run(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
	expect(await work.run(() => Promise.resolve('next'))).toBe('next');
});
