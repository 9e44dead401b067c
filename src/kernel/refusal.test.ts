import { expect, test } from 'vitest';
import { missing, Refusal, refuse, refuseConflict } from './refusal.ts';

test('a refusal has the status and exit code of its kind', () => {
	const refusal = refuseConflict('themes.three-open', 'All three seats are taken.', 'title');
	expect(refusal).toBeInstanceOf(Refusal);
	expect(refusal).toMatchObject({
		status: 409,
		exitCode: 75,
		fields: [{ field: 'title', sentence: 'All three seats are taken.' }]
	});
});

test('missing says nothing about whether the thing exists elsewhere', () => {
	expect(missing('theme').sentence).toContain('This theme was not found. Nothing was changed.');
	expect(missing('theme').fields).toEqual([]);
});

test('a refusal of kind changed is a 412', () => {
	const refusal = refuse('changed', 'if-match.changed', 'It changed since.');
	expect([refusal.status, refusal.exitCode]).toEqual([412, 75]);
});
