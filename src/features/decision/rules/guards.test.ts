import { expect, test } from 'vitest';
import { requireCounterEvidence, requireSensibleDay } from './guards.ts';

test('nothing is decided before the counter-evidence is written', () => {
	for (const written of [undefined, '']) {
		expect(() => requireCounterEvidence(written)).toThrow(
			expect.objectContaining({ kind: 'too-soon', code: 'decisions.counter-evidence-missing' })
		);
	}
	expect(requireCounterEvidence('Nobody pays for it')).toBe('Nobody pays for it');
});

test.each([
	['2026-11-22', 'decisions.look-again-past'],
	['2026-11-23', 'decisions.look-again-past'],
	['2028-11-23', 'decisions.look-again-far']
])('looking again on %s is refused at its field', (day, code) => {
	expect(() => requireSensibleDay(day, '2026-11-23')).toThrow(
		expect.objectContaining({ code, fields: [expect.objectContaining({ field: 'lookAgainOn' })] })
	);
});

test.each(['2026-11-24', '2027-02-21', '2028-11-22'])('looking again on %s is fine', (day) => {
	expect(() => requireSensibleDay(day, '2026-11-23')).not.toThrow();
});
