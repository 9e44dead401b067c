import { usualMinutes } from '#method/media.ts';
import type { Scope } from '#server/scope.server.ts';
import { preparedAnswers, type PreparedAnswer } from './answers.server.ts';
import { questionsOf } from './questions.server.ts';
import { isReadyAnswer } from '../rules/answers.ts';
import { briefMisses, type BriefFacts } from '../rules/brief.ts';
import { aboutWords, coreQuestions } from '../rules/core-questions.ts';
import { questionsThatFit } from '../rules/fit.ts';
import { drawLine } from '../rules/line.ts';
import { requestReady } from '../rules/request-ready.ts';
import { secondsAloud } from '../rules/read-aloud.ts';
import { ownQuestion } from './listed-questions.server.ts';
import {
	goalsOf,
	groundOf,
	sourcesOf,
	type GoalRow,
	type Ground,
	type SourceRow
} from '../store.server.ts';

export type Preparation = Awaited<ReturnType<typeof preparationOf>>;

/** The length of a talk in minutes: as agreed, else as asked for, else the usual fifteen. */
export function minutesOf({ agreedMinutes, askedMinutes }: Ground): number {
	return agreedMinutes ?? askedMinutes ?? usualMinutes;
}

/** Everything that was prepared, in four statements; other features read it, too. */
export async function preparationOf(scope: Scope, interviewId: string) {
	const goals = await goalsOf(scope, interviewId);
	const sources = await sourcesOf(scope, interviewId);
	const ground = await groundOf(scope, interviewId);
	const answers = ground ? await preparedAnswers(scope, ground) : [];
	const answering = sources.filter((source) => source.answers !== '');
	/** all six parts as the rules read them */
	const research: BriefFacts & { goals: string[]; sources: SourceRow[] } = {
		goals: goals.map((goal) => goal.text),
		sources,
		...(ground && partsOf(ground, answers))
	};
	return {
		goals,
		sources,
		research,
		/** how far it is, as the head of each page of the interview says it */
		progress: {
			requestReady: requestReady(research.goals, sources).ready,
			briefComplete: briefMisses(research).length === 0
		},
		/** what the request's "why you" rests on: the marked source, else the first about the partner */
		whyYou:
			answering.find((source) => source.whyYouAt !== null) ??
			answering.find((source) => source.kind === 'partner') ??
			answering[0],
		/** what the rest of the brief stands on; nothing for an interview that does not exist */
		ground,
		answers
	};
}

function partsOf(ground: Ground, answers: readonly PreparedAnswer[]) {
	const minutes = minutesOf(ground);
	// Without rows the theme's core questions stand; all of them are live.
	const live = ground.questions > 0 ? ground.liveQuestions : coreQuestions(ground.channel).length;
	return {
		questions: { chosen: Math.min(live, questionsThatFit(minutes)), minutes },
		script: { seconds: secondsAloud(ground.script) },
		answers: {
			done: answers.filter(({ answer }) => isReadyAnswer(answer)).length,
			total: answers.length
		},
		strength: { chosen: ground.strengths, use: ground.strengthsUse !== '' }
	};
}

/** The brief as the talk uses it; nothing for an interview that does not exist. */
export async function briefForTalk(scope: Scope, interviewId: string) {
	const ground = await groundOf(scope, interviewId);
	return ground && talkBriefOf(scope, ground, await goalsOf(scope, interviewId));
}

/** The same where ground and goals were read already, as `preparationOf` reads them. */
export async function talkBriefOf(scope: Scope, ground: Ground, goals: readonly GoalRow[]) {
	const minutes = minutesOf(ground);
	const questions = await questionsOf(scope, ground);
	const { kept, waiting } = drawLine(questions, questionsThatFit(minutes));
	const seen = (fits: boolean) => (question: (typeof questions)[number]) => ({
		id: question.id,
		text: question.text,
		about: question.code ? aboutWords[question.code] : ownQuestion,
		fits
	});
	return {
		goals: goals.map(({ text }) => text),
		/** in the order of asking: those that fit first, then those that wait for more time */
		questions: [...kept.map(seen(true)), ...waiting.map(seen(false))],
		script: ground.script,
		/** for the closing line: how the partner is addressed, and the length in minutes */
		closing: { name: ground.givenName || ground.personName, minutes }
	};
}
