import { z } from 'zod';
import { MOST_GOALS } from '../rules/goals.ts';

/** A goal as typed; `goalText` says whether it can be kept. */
export const goalTyped = z.string('Say one thing you would like to learn.').max(2000);

export const rank = z
	.int('A place is 1, 2 or 3.')
	.min(1, 'A place is 1, 2 or 3.')
	.max(MOST_GOALS, 'A place is 1, 2 or 3.');

export const goal = z.object({
	id: z.string(),
	text: z.string(),
	rank: z.number(),
	/** a gentle word where it reads like asking for a job */
	flag: z.string().nullable()
});
export type Goal = z.infer<typeof goal>;
