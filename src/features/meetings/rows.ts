import { z } from 'zod';
import { isDay } from '#kernel/clock.ts';
import { wholeNumber, type RowRules } from '#server/transfer/row-rules.ts';
import { MOST_MEETINGS_EACH } from './rules/lengths.ts';
import { because, medium, minutes, place, time } from './schemas.ts';

/** `2026-11-23T16:00` */
const wallTime = z.string().refine((wall) => {
	const [day = '', clock = '', ...more] = wall.split('T');
	return more.length === 0 && isDay(day) && time.safeParse(clock).success;
});

/** Most milliseconds between wall time and instant: offsets of zones may change, but none is larger. */
const farthestZone = 26 * 3_600_000;

/** Limits on the tables of this feature: rows, and the values of each column [D]. */
export const meetingRows: RowRules = {
	meetings: {
		most: 20_000,
		mostEach: { interview_id: MOST_MEETINGS_EACH },
		columns: {
			wall_time: wallTime,
			minutes,
			medium,
			place,
			sequence: wholeNumber(0, 10_000),
			cancelled_because: because
		},
		together: ({ wall_time, starts_at }) => {
			const apart = Date.parse(`${String(wall_time)}Z`) - Date.parse(String(starts_at));
			return Math.abs(apart) > farthestZone ? 'wall_time' : undefined;
		}
	}
};
