import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, dayOf } from '#kernel/clock.ts';
import {
	connectorUpdateDueOn,
	DAYS_TO_UPDATE,
	mayUpdate,
	nextUpdate,
	updateDueOn,
	type UpdateFacts
} from './updates.ts';

const zone = 'Europe/Stockholm';
const heldAt = '2026-11-23T08:50:00.000Z';
const first = '2026-12-07T10:00:00.000Z';
const second = '2026-12-21T10:00:00.000Z';
const may = (facts: UpdateFacts, purpose: 'update' | 'second-update', today = '2026-12-21') =>
	mayUpdate(facts, purpose, 'Priya', today, zone)?.code;

test('two weeks after the talk, in the explorer’s zone', () => {
	expect(updateDueOn({ heldAt }, zone)).toBe('2026-12-07');
	expect(updateDueOn({ heldAt: '2026-11-23T23:30:00.000Z' }, zone)).toBe('2026-12-08');
	expect(updateDueOn({ heldAt: null }, zone)).toBeUndefined();
});

test('a first update that stays quiet is followed once, two weeks later, then never again', () => {
	const told = { heldAt, firstUpdateSentAt: first };
	expect(nextUpdate({ heldAt })).toBe('update');
	expect(updateDueOn(told, zone)).toBe('2026-12-21');
	expect(nextUpdate(told)).toBe('second-update');
	expect(updateDueOn({ heldAt, toldAt: first }, zone)).toBe('2026-12-21');
	const answered = { ...told, firstUpdateAnsweredAt: second };
	expect([nextUpdate(answered), updateDueOn(answered, zone)]).toEqual([undefined, undefined]);
	const twice = { ...told, secondUpdateSentAt: second };
	expect([nextUpdate(twice), updateDueOn(twice, zone)]).toEqual([undefined, undefined]);
});

test('the connector is told once, two weeks after the talk', () => {
	expect(connectorUpdateDueOn({ heldAt, connectorId: 'c' }, zone)).toBe('2026-12-07');
	expect(connectorUpdateDueOn({ heldAt }, zone)).toBeUndefined();
	const told = { heldAt, connectorId: 'c', connectorToldAt: first };
	expect(connectorUpdateDueOn(told, zone)).toBeUndefined();
});

test('refusals of an update', () => {
	const told = { heldAt, firstUpdateSentAt: first };
	expect(may({ heldAt }, 'update', '2026-11-24')).toBeUndefined();
	expect(may({ heldAt }, 'second-update')).toBe('outreach.not-told');
	expect(may(told, 'update')).toBe('outreach.told-already');
	expect(may(told, 'second-update', '2026-12-20')).toBe('outreach.update-early');
	expect(may(told, 'second-update')).toBeUndefined();
	expect(may({ ...told, firstUpdateAnsweredAt: second }, 'second-update')).toBe(
		'outreach.update-answered'
	);
	const twice = { ...told, secondUpdateSentAt: second };
	expect(may(twice, 'update')).toBe('outreach.updates-over');
	expect(may(twice, 'second-update')).toBe('outreach.updates-over');
	expect(mayUpdate(told, 'second-update', 'Priya', '2026-12-08', zone)?.sentence).toContain(
		'Monday 21 December'
	);
});

const instant = fc
	.integer({ min: 0, max: 400 * 24 * 60 })
	.map((minutes) => new Date(Date.UTC(2026, 0, 1) + minutes * 60_000).toISOString());
const maybe = fc.option(instant, { nil: null });

test('what is due may be sent on its day, and only then is a next one named', () => {
	fc.assert(
		fc.property(
			fc.record({
				heldAt: maybe,
				firstUpdateSentAt: maybe,
				firstUpdateAnsweredAt: maybe,
				secondUpdateSentAt: maybe
			}),
			(facts) => {
				const due = updateDueOn(facts, zone);
				const purpose = nextUpdate(facts);
				expect(due === undefined).toBe(purpose === undefined);
				if (due === undefined || purpose === undefined) return;
				expect(mayUpdate(facts, purpose, 'Priya', due, zone)).toBeUndefined();
				const since = facts.firstUpdateSentAt ?? facts.heldAt ?? '';
				expect(due).toBe(addDays(dayOf(since, zone), DAYS_TO_UPDATE));
			}
		)
	);
});
