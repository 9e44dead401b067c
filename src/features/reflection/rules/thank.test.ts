import { expect, test } from 'vitest';
import { thankBy, thankState, thankText } from './thank.ts';

const heldAt = '2026-11-23T08:50:00.000Z';
const zone = 'Europe/Stockholm';

test('owed for 24 hours, late from then on, until it is sent', () => {
	expect(thankBy(heldAt)).toBe('2026-11-24T08:50:00.000Z');
	expect(thankState(heldAt, null, '2026-11-24T08:50:00.000Z')).toBe('owed');
	expect(thankState(heldAt, null, '2026-11-24T08:50:00.001Z')).toBe('late');
	expect(thankState(heldAt, '2026-12-01T00:00:00.000Z', '2026-12-02T00:00:00.000Z')).toBe('sent');
});

test('says by when, and how long that is', () => {
	expect(thankText(heldAt, '2026-11-23T09:20:00.000Z', zone)).toBe(
		'Due by tomorrow 09:50, 23 hours left'
	);
	expect(thankText(heldAt, '2026-11-24T07:10:00.000Z', zone)).toBe(
		'Due by today 09:50, 1 hour left'
	);
	expect(thankText(heldAt, '2026-11-24T08:00:00.000Z', zone)).toContain('less than an hour left');
	expect(thankText(heldAt, '2026-11-25T08:00:00.000Z', zone)).toContain('still welcome');
});
