import { z } from 'zod';
import { id } from '#method/values.ts';
import { head } from '#features/interviews/shapes.ts';
import { goal } from './shapes/goals.ts';
import { seenQuestion } from './shapes/questions.ts';
import { source } from './shapes/sources.ts';
import { medium, seenAnswer, seenScript, seenStrengths } from './shapes/words.ts';

export { id };
export * from './shapes/goals.ts';
export * from './shapes/questions.ts';
export * from './shapes/sources.ts';
export * from './shapes/words.ts';

const part = z.object({
	code: z.enum(['goals', 'sources', 'questions', 'script', 'answers', 'strength']),
	/** as the list of parts says it: "Prepared answers, 2 of 3" */
	name: z.string(),
	done: z.boolean(),
	/** what still misses, empty when done: "One answer is missing" */
	miss: z.string()
});

export const brief = head.extend({
	/** the agreed meeting, if there is one */
	meeting: z
		.object({
			startsAt: z.string(),
			partnerZone: z.string().nullable(),
			medium: medium.nullable(),
			place: z.string()
		})
		.nullable(),
	/** the length as agreed, else as asked for, else fifteen */
	minutes: z.number(),
	goals: z.array(goal),
	sources: z.array(source),
	/** how many questions fit in the minutes */
	fit: z.number(),
	/** those that fit, then those that wait, those already known, those let go */
	questions: z.array(seenQuestion),
	script: seenScript,
	answers: z.array(seenAnswer),
	strengths: seenStrengths,
	parts: z.array(part),
	/** "5 of 6 parts done for the talk" */
	progress: z.string(),
	/** what a request still lacks, see method 3 */
	request: z.object({
		ready: z.boolean(),
		misses: z.array(z.object({ code: z.string(), sentence: z.string() }))
	})
});
export type Brief = z.infer<typeof brief>;
