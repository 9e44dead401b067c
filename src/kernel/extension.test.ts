import { expect, test } from 'vitest';
import { extension, extensionPoint, Extensions } from './extension.ts';

test('what was added at a point is found there alone, in the order of adding', () => {
	const greetings = extensionPoint<string>('greetings');
	const numbers = extensionPoint<number>('numbers');
	const all = new Extensions([
		extension(greetings, 'low'),
		extension(numbers, 3),
		extension(greetings, 'high')
	]);
	expect(all.of(greetings)).toEqual(['low', 'high']);
	expect(all.of(numbers)).toEqual([3]);
	expect(all.of(extensionPoint<string>('greetings'))).toEqual([]);
});
