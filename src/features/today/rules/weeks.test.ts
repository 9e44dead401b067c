import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addHours } from '#kernel/clock.ts';
import { weeksOf } from './weeks.ts';

const now = '2026-11-23T09:42:00.000Z';
const zone = 'Europe/Stockholm';

describe('weeksOf', () => {
	it('runs from ten Mondays ago to this week', () => {
		const { weeks, table } = weeksOf([], [], now, zone);
		expect(weeks.map((week) => week.label)).toEqual([
			'21 Sep',
			'28 Sep',
			'5 Oct',
			'12 Oct',
			'19 Oct',
			'26 Oct',
			'2 Nov',
			'9 Nov',
			'16 Nov',
			'23 Nov'
		]);
		expect(weeks.filter((week) => week.current).map((week) => week.from)).toEqual(['2026-11-23']);
		expect(table.columns).toEqual(['Week of', 'Requests', 'Conversations']);
	});

	it('begins a week at midnight on Monday in the zone, also over a clock change', () => {
		const before = '2026-10-25T22:59:59.999Z';
		const after = '2026-10-25T23:00:00.000Z';
		const { weeks } = weeksOf([before, after], [], now, zone);
		expect(weeks.map((week) => week.asked)).toEqual([0, 0, 0, 0, 1, 1, 0, 0, 0, 0]);
		expect(weeksOf([before], [], now, 'Asia/Tokyo').weeks[5]?.asked).toBe(1);
	});

	it('says what the picture shows', () => {
		const asked = Array.from({ length: 32 }, () => '2026-11-18T09:00:00.000Z');
		expect(weeksOf(asked, [now], now, zone).summary).toBe(
			'Ten weeks: 32 requests sent, one conversation held. The table below has the numbers.'
		);
		expect(weeksOf([], [], now, zone).summary).toBe('No requests yet.');
	});

	it('counts each instant of the ten weeks once, and none outside', () => {
		const instant = fc.integer({ min: -3000, max: 200 }).map((hours) => addHours(now, hours));
		fc.assert(
			fc.property(fc.array(instant), fc.array(instant), (asked, talked) => {
				const result = weeksOf(asked, talked, now, zone);
				const begin = '2026-09-20T22:00:00.000Z';
				const end = '2026-11-29T23:00:00.000Z';
				const within = (list: string[]): number =>
					list.filter((each) => each >= begin && each < end).length;
				expect(result.asked).toBe(within(asked));
				expect(result.talked).toBe(within(talked));
				const rows = result.table.rows.map((row) => row[1]);
				expect(rows.reduce((sum, count) => sum + count, 0)).toBe(result.asked);
			})
		);
	});
});
