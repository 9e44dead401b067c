import { z } from 'zod';
import { headOf, interviewNamed } from '#features/interviews/reading-interviews.server.ts';
import { operation } from '#server/perform.ts';
import { preparationOf } from '../reading-preparation.server.ts';
import { briefParts, briefProgress } from '../rules/brief.ts';
import { requestReady } from '../rules/request-ready.ts';
import { brief, id } from '../shapes.ts';
import { seenGoal } from './goals.server.ts';
import { seenSource } from './sources.server.ts';

/**
 * The brief of an interview as far as it exists: goals and sources, and what still misses for
 * the request and for the talk (methods 3 and 5).
 * @refuses `interview.missing`
 */
export const seeBrief = operation({
	name: 'brief.see',
	http: { verb: 'GET', path: '/interviews/{id}/brief' },
	summary: 'See the brief of an interview and what it still misses',
	effect: 'read',
	input: z.object({ id }),
	output: brief,
	example: { id: '01938b6c-0000-7000-8000-000000000001' },
	run: async ({ scope }, input) => {
		const thread = await interviewNamed(scope, input.id);
		const { goals, sources, research } = await preparationOf(scope, input.id);
		return {
			...headOf(thread, research),
			goals: goals.map(seenGoal),
			sources: sources.map(seenSource),
			parts: briefParts(research),
			progress: briefProgress(research),
			request: requestReady(research.goals, research.sources)
		};
	}
});
