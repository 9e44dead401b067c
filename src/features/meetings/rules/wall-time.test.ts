import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldAt, instantsAt, offsetText, wallTimeAt } from './wall-time.ts';

const stockholm = 'Europe/Stockholm';

test('an ordinary time comes once', () => {
	expect(instantsAt('2026-11-23T16:00', stockholm)).toEqual({
		kind: 'once',
		instant: '2026-11-23T15:00:00.000Z'
	});
	expect(foldAt('2026-11-23T15:00:00.000Z', stockholm)).toBeNull();
});

test.each([
	[stockholm, '2027-03-28T02:30', '2027-03-28T01:59', '2027-03-28T03:00'],
	[stockholm, '2027-03-28T02:00', '2027-03-28T01:59', '2027-03-28T03:00'],
	['America/Sao_Paulo', '2018-11-04T00:15', '2018-11-03T23:59', '2018-11-04T01:00'],
	['Australia/Lord_Howe', '2026-10-04T02:10', '2026-10-04T01:59', '2026-10-04T02:30'],
	['Pacific/Apia', '2011-12-30T10:00', '2011-12-29T23:59', '2011-12-31T00:00']
])('in %s no clock shows %s', (zone, wall, before, after) => {
	expect(instantsAt(wall, zone)).toEqual({ kind: 'never', before, after });
});

test('when the clocks go back a time comes twice, and fold tells which', () => {
	const found = { kind: 'twice', first: '2026-10-25T00:30:00.000Z' };
	const second = '2026-10-25T01:30:00.000Z';
	expect(instantsAt('2026-10-25T02:30', stockholm)).toEqual({ ...found, second });
	expect(foldAt(found.first, stockholm)).toBe('first');
	expect(foldAt(second, stockholm)).toBe('second');
	expect(offsetText(found.first, stockholm)).toBe('UTC+2');
	expect(offsetText(second, stockholm)).toBe('UTC+1');
});

test.each([
	['America/St_Johns', 'UTC-3:30'],
	['Asia/Kathmandu', 'UTC+5:45'],
	['Atlantic/Reykjavik', 'UTC']
])('the offset of %s is said as %s', (zone, words) => {
	expect(offsetText('2026-12-01T12:00:00.000Z', zone)).toBe(words);
});

const zones = fc.constantFrom('UTC', ...Intl.supportedValuesOf('timeZone'));
const minutes = fc
	.date({ min: new Date('1990-01-01'), max: new Date('2060-01-01'), noInvalidDate: true })
	.map((date) => `${date.toISOString().slice(0, 16)}:00.000Z`);

test('wall time to instant and back is the identity outside of gaps', () => {
	fc.assert(
		fc.property(minutes, zones, (minute, zone) => {
			const wall = minute.slice(0, 16);
			const found = instantsAt(wall, zone);
			if (found.kind === 'once') expect(wallTimeAt(found.instant, zone)).toBe(wall);
			else if (found.kind === 'twice') {
				expect(found.first < found.second).toBe(true);
				expect(wallTimeAt(found.first, zone)).toBe(wall);
				expect(wallTimeAt(found.second, zone)).toBe(wall);
			} else {
				expect(found.before < wall && wall < found.after).toBe(true);
			}
		}),
		{ numRuns: 3000 }
	);
});

test('every instant is found again from its wall time, before and after each change of clocks', () => {
	fc.assert(
		fc.property(minutes, zones, fc.integer({ min: -180, max: 180 }), (minute, zone, away) => {
			const change = Temporal.Instant.from(minute)
				.toZonedDateTimeISO(zone)
				.getTimeZoneTransition('next');
			const near = change?.add({ minutes: away }).epochMilliseconds ?? Date.parse(minute);
			const instant = new Date(Math.floor(near / 60_000) * 60_000).toISOString();
			const found = instantsAt(wallTimeAt(instant, zone), zone);
			const answers =
				found.kind === 'once'
					? [found.instant]
					: found.kind === 'twice'
						? [found.first, found.second]
						: [];
			expect(answers).toContain(instant);
		}),
		{ numRuns: 2000 }
	);
});
