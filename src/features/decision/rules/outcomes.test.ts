import { expect, test } from 'vitest';
import { goOnWords } from './outcomes.ts';

test('a decision says how many interviews about its theme go on', () => {
	expect([0, 1, 2].map(goOnWords)).toEqual([
		'',
		' One interview about it goes on.',
		' Two interviews about it go on.'
	]);
});
