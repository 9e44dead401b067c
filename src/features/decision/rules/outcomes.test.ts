import { expect, test } from 'vitest';
import { continuingText } from './outcomes.ts';

test('a decision says how many interviews about its theme go on', () => {
	expect([0, 1, 2].map(continuingText)).toEqual([
		'',
		' One interview about this theme stays open.',
		' Two interviews about this theme stay open.'
	]);
});
