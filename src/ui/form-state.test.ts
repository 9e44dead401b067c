import { expect, test } from 'vitest';
import type { Form } from './form.ts';
import { formState } from './form-state.ts';

const refused = (typed: Record<string, string>): Form => ({
	refused: { form: 'addKey', sentence: 'No.', fields: {}, typed, about: undefined } as never
});

test('boxes come back as they were sent, also where none was ticked', () => {
	const ticked = (form: Form) => formState(form, 'addKey').ticked('effects', ['read']);
	expect(ticked(null)).toEqual(['read']);
	expect(ticked(refused({ name: ' ' }))).toEqual([]);
	expect(ticked(refused({ effects: 'draft\nwrite' }))).toEqual(['draft', 'write']);
	expect(ticked(refused({ effects: '\nread' }))).toEqual(['read']);
});
