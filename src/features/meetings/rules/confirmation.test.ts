import { expect, test } from 'vitest';
import { confirmationOf } from './confirmation.ts';

const talk = {
	startsAt: '2026-12-01T15:00:00.000Z',
	partnerZone: 'Europe/Lisbon' as string | null,
	minutes: 15,
	medium: 'phone' as const,
	place: ''
};
const names = { partner: 'Inês', explorer: 'Mara Lindqvist' };
const at = (now: string) => ({ now, zone: 'Europe/Stockholm' });
const before = at('2026-11-30T09:00:00.000Z');

test('the day before it says the time on the partner’s clock', () => {
	const confirmation = confirmationOf(talk, names, before);
	expect(confirmation).toMatchObject({ sendOn: '2026-11-30', due: true });
	expect(confirmation?.text).toContain(
		'tomorrow, Tuesday 1 December, at 15:00 your time, 15 minutes by phone.'
	);
	expect(confirmation?.text.startsWith('Hello Inês,')).toBe(true);
	expect(confirmation?.text.endsWith('Mara Lindqvist')).toBe(true);
});

test('sooner than that it waits, on the day itself it says today, then it is over', () => {
	expect(confirmationOf(talk, names, at('2026-11-24T09:00:00.000Z'))?.due).toBe(false);
	expect(confirmationOf(talk, names, at('2026-12-01T09:00:00.000Z'))?.text).toContain(': today, ');
	expect(confirmationOf(talk, names, at('2026-12-01T15:00:00.000Z'))).toBeNull();
});

test('the day before is the partner’s', () => {
	const late = { ...talk, startsAt: '2026-12-01T22:00:00.000Z', partnerZone: 'Asia/Tokyo' };
	expect(confirmationOf(late, names, before)).toMatchObject({ sendOn: '2026-12-01', due: false });
});

test('where both clocks show the same, or theirs is not known, it says so', () => {
	const text = (partnerZone: string | null) =>
		confirmationOf({ ...talk, partnerZone }, names, before)?.text;
	expect(text('Europe/Berlin')).toContain('at 16:00, 15 minutes');
	expect(text(null)).toContain('at 16:00 Stockholm time, 15 minutes');
});

test('where to meet stands in a line of its own', () => {
	const cafe = { ...talk, medium: 'in-person' as const, place: 'Café Tati, Lisbon' };
	expect(confirmationOf(cafe, names, before)?.text).toContain('\nPlace: Café Tati, Lisbon\n');
});
