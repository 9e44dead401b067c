import { usualMinutes } from '#method/media.ts';
import type { Scope } from '#server/scope.server.ts';
import { preparedAnswers, type PreparedAnswer } from './answers.server.ts';
import { questionsOf } from './questions.server.ts';
import { isReadyAnswer } from '../rules/answers.ts';
import { briefMisses, type BriefFacts } from '../rules/brief.ts';
import { aboutText, coreQuestions } from '../rules/core-questions.ts';
import { questionsThatFit } from '../rules/fit.ts';
import { drawLine } from '../rules/line.ts';
import { requestReady } from '../rules/request-ready.ts';
import { secondsAloud } from '../rules/read-aloud.ts';
import { ownQuestion } from './listed-questions.server.ts';
import {
	goalsOf,
	interviewContextOf,
	sourcesOf,
	type GoalRow,
	type InterviewContext,
	type SourceRow
} from '../store.server.ts';

export type Preparation = Awaited<ReturnType<typeof preparationOf>>;

/** Length of a talk in minutes: agreed, else requested, else fifteen. */
export function minutesOf({ agreedMinutes, askedMinutes }: InterviewContext): number {
	return agreedMinutes ?? askedMinutes ?? usualMinutes;
}

/** Progress and content of a preparation, in four statements; other features use it too. */
export async function preparationOf(scope: Scope, interviewId: string) {
	const goals = await goalsOf(scope, interviewId);
	const sources = await sourcesOf(scope, interviewId);
	const interviewContext = await interviewContextOf(scope, interviewId);
	const answers = interviewContext ? await preparedAnswers(scope, interviewContext) : [];
	const answering = sources.filter((source) => source.answers !== '');
	/** progress of all six parts */
	const research: BriefFacts & { goals: string[]; sources: SourceRow[] } = {
		goals: goals.map((goal) => goal.text),
		sources,
		...(interviewContext && partsOf(interviewContext, answers))
	};
	return {
		goals,
		sources,
		research,
		/** progress, for the head of each page of the interview */
		progress: {
			requestReady: requestReady(research.goals, sources).ready,
			briefComplete: briefMisses(research).length === 0
		},
		/** source of the request's "why you": the marked one, else the first on the partner */
		whyYou:
			answering.find((source) => source.whyYouAt !== null) ??
			answering.find((source) => source.kind === 'partner') ??
			answering[0],
		/** data of the rest of the brief; undefined when the interview does not exist */
		interviewContext,
		answers
	};
}

function partsOf(interviewContext: InterviewContext, answers: readonly PreparedAnswer[]) {
	const minutes = minutesOf(interviewContext);
	// Without rows the theme's core questions apply; all of them are live.
	const live =
		interviewContext.questions > 0
			? interviewContext.liveQuestions
			: coreQuestions(interviewContext.channel).length;
	return {
		questions: { chosen: Math.min(live, questionsThatFit(minutes)), minutes },
		script: { seconds: secondsAloud(interviewContext.script) },
		answers: {
			done: answers.filter(({ answer }) => isReadyAnswer(answer)).length,
			total: answers.length
		},
		strength: { chosen: interviewContext.strengths, use: interviewContext.strengthsUse !== '' }
	};
}

/** The brief for the talk screen; undefined when the interview does not exist. */
export async function briefForTalk(scope: Scope, interviewId: string) {
	const interviewContext = await interviewContextOf(scope, interviewId);
	return (
		interviewContext && talkBriefOf(scope, interviewContext, await goalsOf(scope, interviewId))
	);
}

/** The same with context and goals already read, as `preparationOf` does. */
export async function talkBriefOf(
	scope: Scope,
	interviewContext: InterviewContext,
	goals: readonly GoalRow[]
) {
	const minutes = minutesOf(interviewContext);
	const questions = await questionsOf(scope, interviewContext);
	const { fitting, waiting } = drawLine(questions, questionsThatFit(minutes));
	const talkQuestion = (fits: boolean) => (question: (typeof questions)[number]) => ({
		id: question.id,
		text: question.text,
		about: question.code ? aboutText[question.code] : ownQuestion,
		fits
	});
	return {
		goals: goals.map(({ text }) => text),
		/** in the order of asking: questions that fit, then those for additional time */
		questions: [...fitting.map(talkQuestion(true)), ...waiting.map(talkQuestion(false))],
		script: interviewContext.script,
		/** for the closing line: the partner's form of address, and the length in minutes */
		closing: { name: interviewContext.givenName || interviewContext.personName, minutes }
	};
}
