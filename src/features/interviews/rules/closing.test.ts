import { describe, expect, it } from 'vitest';
import { mayClose, mayReopen, reasonsToClose } from './closing.ts';
import { closingReasons, type ClosingReason } from '#method/closing-reasons.ts';

const at = '2026-11-09T08:00:00.000Z';
const wished = { wishedAt: at };
const asked = { ...wished, askedAt: at };

describe('closing', () => {
	it('offers the reasons that make sense', () => {
		expect(reasonsToClose(wished)).not.toContain('no-answer');
		expect(reasonsToClose(asked)).toContain('no-answer');
		expect(reasonsToClose({ ...asked, answeredAt: at })).not.toContain('no-answer');
		expect(reasonsToClose({ ...asked, heldAt: at })).toEqual(['theme-rests', 'forgotten', 'other']);
	});

	it('refuses what is closed, and what does not fit', () => {
		expect(mayClose(asked, 'no-answer')).toBeUndefined();
		expect(mayClose(wished, 'no-answer')?.code).toBe('interviews.closing-reason');
		expect(mayClose({ ...asked, closedAt: at }, 'other')?.code).toBe('interviews.closed-already');
	});

	it('lets anyone be forgotten at any open stage', () => {
		for (const facts of [wished, asked, { ...asked, heldAt: at, thankedAt: at }]) {
			expect(mayClose(facts, 'forgotten')).toBeUndefined();
		}
	});

	it('opens again what was left open, and never what was a no', () => {
		const reopenable = (Object.keys(closingReasons) as ClosingReason[]).filter(
			(closedBecause) => !mayReopen({ ...asked, closedAt: at, closedBecause })
		);
		expect(reopenable).toEqual(['no-answer', 'not-now', 'theme-rests', 'other']);
		expect(mayReopen({ ...asked, closedAt: at, closedBecause: 'forgotten' })).toMatchObject({
			code: 'interviews.stays-closed',
			sentence:
				'They asked to be forgotten, so this interview stays closed. Someone else may know the same work.'
		});
		expect(mayReopen(asked)?.code).toBe('interviews.open-already');
	});
});
