import { expect, test } from 'vitest';
import { writerTurn } from './writer-turns.ts';

test('of one workspace one writes at a time, in order and whatever fails; others do not wait', async () => {
	const order: string[] = [];
	const held = Promise.withResolvers<undefined>();
	const first = writerTurn('mara', async () => {
		order.push('begun');
		await held.promise;
		order.push('done');
	});
	const second = writerTurn('mara', () => {
		order.push('failed');
		return Promise.reject(new Error('no'));
	});
	second.catch(() => undefined);
	const third = writerTurn('mara', () => Promise.resolve(order.push('third')));
	await writerTurn('nadia', () => Promise.resolve(order.push('nadia')));
	expect(order).toEqual(['begun', 'nadia']);
	held.resolve(undefined);
	await first;
	await expect(second).rejects.toThrow('no');
	await third;
	expect(order).toEqual(['begun', 'nadia', 'done', 'failed', 'third']);
});
