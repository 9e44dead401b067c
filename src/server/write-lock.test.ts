import { expect, test } from 'vitest';
import { withWriteLock } from './write-lock.ts';

test('writes of one workspace run one at a time, in order, also after a failure; other workspaces do not wait', async () => {
	const order: string[] = [];
	const held = Promise.withResolvers<undefined>();
	const first = withWriteLock('mara', async () => {
		order.push('begun');
		await held.promise;
		order.push('done');
	});
	const second = withWriteLock('mara', () => {
		order.push('failed');
		return Promise.reject(new Error('no'));
	});
	second.catch(() => undefined);
	const third = withWriteLock('mara', () => Promise.resolve(order.push('third')));
	await withWriteLock('nadia', () => Promise.resolve(order.push('nadia')));
	expect(order).toEqual(['begun', 'nadia']);
	held.resolve(undefined);
	await first;
	await expect(second).rejects.toThrow('no');
	await third;
	expect(order).toEqual(['begun', 'nadia', 'done', 'failed', 'third']);
});
