import { expect, test } from 'vitest';
import { goOnText } from './outcomes.ts';

test('a decision says how many interviews about its theme go on', () => {
	expect([0, 1, 2].map(goOnText)).toEqual([
		'',
		' One interview about it goes on.',
		' Two interviews about it go on.'
	]);
});
