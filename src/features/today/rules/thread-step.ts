import { afterStep } from './after-step.ts';
import { askStep } from './ask-step.ts';
import { waitingStep } from './waiting-step.ts';
import type { Stage } from '#method/stage.ts';
import { talkStep, underWayStep } from './talk-step.ts';
import type { TodayInterview } from './today-facts.ts';
import type { AskLimits, Candidate, Moment } from './today-step.ts';

type Rule = (thread: TodayInterview, moment: Moment, limits: AskLimits) => Candidate | undefined;

const rules: Record<Stage, Rule | undefined> = {
	'to-ask': askStep,
	asked: waitingStep,
	agreed: talkStep,
	talked: afterStep,
	thanked: afterStep,
	closed: undefined
};

/** The one step of an interview now, if it has any. */
export function threadStep(
	thread: TodayInterview,
	moment: Moment,
	limits: AskLimits
): Candidate | undefined {
	return underWayStep(thread, moment) ?? rules[thread.stage]?.(thread, moment, limits);
}
