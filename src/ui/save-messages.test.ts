import { expect, test } from 'vitest';
import { notSaved, signedOut } from './save-messages.ts';

test('only a redirect to the page of the form means saved', () => {
	const to = (location: string) => notSaved({ type: 'redirect', location });
	expect(to('/clarity')).toBeUndefined();
	expect(to('/clarity#theme-1')).toBeUndefined();
	expect(to('/signin?back=%2Fclarity')).toBe(signedOut);
	expect(to('/signin')).toBe(signedOut);
});

test('a refusal shows its own sentence, an error shows not saved', () => {
	const sentence = 'This text was changed since.';
	expect(notSaved({ type: 'failure', data: { refused: { sentence } } })).toBe(sentence);
	expect(notSaved({ type: 'failure' })).toMatch(/^Not saved/);
	expect(notSaved({ type: 'error' })).toMatch(/^Not saved/);
	expect(notSaved({ type: 'success' })).toMatch(/^Not saved/);
});
