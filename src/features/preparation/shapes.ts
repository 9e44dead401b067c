import { z } from 'zod';
import { id } from '#features/account/shapes.ts';
import { head } from '#features/interviews/shapes.ts';
import { MOST_GOALS } from './rules/goals.ts';
import { sourceKinds, type SourceKind } from './rules/sources.ts';

export { id };

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

export const sourceKind = z.enum(sourceKinds as readonly [SourceKind, ...SourceKind[]], {
	error: 'Say whether it is about the partner, their organization or the field.'
});

/** A source as typed; `makeSource` says whether it can be kept. */
export const linkTyped = z.string('Give the address of the page.').max(4000);
export const titleTyped = z.string().max(2000);
export const answersTyped = z.string().max(4000);

/** Whether the request's "why you" rests on this source; one source of an interview has the mark. */
export const mark = z.enum(['why-you', 'none'], { error: 'The mark is why-you or none.' });

export const source = z.object({
	id: z.string(),
	kind: sourceKind,
	link: z.string(),
	title: z.string(),
	answers: z.string(),
	whyYou: z.boolean()
});
export type SourceSeen = z.infer<typeof source>;

const part = z.object({
	code: z.enum(['goals', 'sources', 'questions', 'script', 'answers', 'strength']),
	name: z.string(),
	done: z.boolean(),
	miss: z.string()
});

export const brief = head.extend({
	goals: z.array(goal),
	sources: z.array(source),
	parts: z.array(part),
	/** "1 of 2 parts done for the talk" */
	progress: z.string(),
	/** what a request still lacks, see method 3 */
	request: z.object({
		ready: z.boolean(),
		misses: z.array(z.object({ code: z.string(), sentence: z.string() }))
	})
});
export type Brief = z.infer<typeof brief>;
