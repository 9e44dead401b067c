import { z } from 'zod';
import { missing } from '#kernel/refusal.ts';
import { exampleId } from '#method/field-schemas.ts';
import { interviewNamed } from '#features/interviews/reads/interviews.server.ts';
import { operation } from '#server/perform.ts';
import { questionsOf } from '../reads/questions.server.ts';
import { minutesOf, preparationOf } from '../reads/preparation.server.ts';
import { isReadyAnswer } from '../rules/answers.ts';
import { briefParts, briefProgress } from '../rules/brief.ts';
import { questionsThatFit } from '../rules/fit.ts';
import { secondsAloud } from '../rules/read-aloud.ts';
import { requestReady } from '../rules/request-ready.ts';
import { toQuestionsView } from '../reads/listed-questions.server.ts';
import { brief, id } from '../schemas.ts';
import { strengthsFor } from '../store.server.ts';
import { toGoalView } from './goals.server.ts';
import { toSourceView } from '../reads/sources.server.ts';
import { checkScript } from '../rules/script-check.ts';
import { headOf } from '#features/interviews/reads/head.server.ts';

/**
 * View of a brief: goals, sources, questions, script, answers and strengths, and what is missing
 * for the request and for the talk (methods 3 and 5).
 * @refuses `interview.missing`
 */
export const getBrief = operation({
	name: 'brief.get',
	http: { verb: 'GET', path: '/interviews/{id}/brief' },
	summary: 'View the brief of an interview and what is still missing',
	effect: 'read',
	input: z.object({ id }),
	output: brief,
	example: { id: exampleId },
	run: async ({ scope }, input) => {
		const thread = await interviewNamed(scope, input.id);
		const { goals, sources, research, progress, interviewContext, answers } = await preparationOf(
			scope,
			input.id
		);
		if (!interviewContext) throw missing('interview');
		const minutes = minutesOf(interviewContext);
		const fit = questionsThatFit(minutes);
		const { startsAt, partnerZone, medium, meetingPlace } = interviewContext;
		return {
			...headOf(thread, progress),
			meeting:
				startsAt === null ? null : { startsAt, partnerZone, medium, place: meetingPlace ?? '' },
			minutes,
			goals: goals.map(toGoalView),
			sources: sources.map(toSourceView),
			fit,
			questions: toQuestionsView(await questionsOf(scope, interviewContext), fit, sources),
			script: {
				text: interviewContext.script,
				seconds: secondsAloud(interviewContext.script),
				...checkScript(interviewContext.script, {
					theme: interviewContext.themeTitle,
					me: interviewContext.explorerName
				})
			},
			answers: answers.map(({ code, ...row }) => ({
				...row,
				seconds: secondsAloud(row.answer),
				ready: isReadyAnswer(row.answer),
				builtIn: code !== null
			})),
			strengths: {
				offered: (await strengthsFor(scope, input.id)).map(({ chosenAt, ...row }) => ({
					...row,
					chosen: chosenAt !== null
				})),
				use: interviewContext.strengthsUse
			},
			parts: briefParts(research),
			progress: briefProgress(research),
			request: requestReady(research.goals, research.sources)
		};
	}
});
