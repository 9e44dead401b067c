import type { InterviewFacts } from '#method/interview-facts.ts';
import { stageOf, type Stage } from '#method/stage.ts';
import type { Head } from '../schemas.ts';

const names = {
	prepare: 'Prepare',
	ask: 'Ask',
	agree: 'Agree',
	talk: 'Talk',
	reflect: 'Reflect'
};
export type InterviewStep = keyof typeof names;
export const interviewSteps = Object.keys(names) as [InterviewStep, ...InterviewStep[]];

/** Progress of the preparation, see `requestReady` and `briefMisses`. */
export interface Preparation {
	requestReady: boolean;
	briefComplete: boolean;
}

/**
 * The five steps of an interview. Preparing serves the request and again the talk, so it is past
 * only with a complete brief or after the talk (method 5).
 */
export function stepsOf(facts: InterviewFacts, preparation: Preparation): Head['steps'] {
	const current = currentOf(stageOf(facts), preparation);
	const past: Record<InterviewStep, boolean> = {
		prepare: preparation.briefComplete || Boolean(facts.heldAt),
		ask: Boolean(facts.askedAt ?? facts.agreedAt ?? facts.heldAt),
		agree: Boolean(facts.agreedAt ?? facts.heldAt),
		talk: Boolean(facts.heldAt),
		reflect: Boolean(facts.thankedAt)
	};
	return interviewSteps.map((code) => ({
		code,
		name: names[code],
		past: past[code] && code !== current,
		current: code === current
	}));
}

function currentOf(stage: Stage, preparation: Preparation): InterviewStep | undefined {
	const byStage: Record<Stage, InterviewStep | undefined> = {
		'to-ask': preparation.requestReady ? 'ask' : 'prepare',
		asked: 'agree',
		agreed: preparation.briefComplete ? 'talk' : 'prepare',
		talked: 'reflect',
		thanked: undefined,
		closed: undefined
	};
	return byStage[stage];
}
