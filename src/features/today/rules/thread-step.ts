import { afterStep } from './after-step.ts';
import { askStep } from './ask-step.ts';
import { quietStep } from './quiet-step.ts';
import type { Stage } from '#method/stage.ts';
import { talkStep, underWayStep } from './talk-step.ts';
import type { TodayInterview } from './today-facts.ts';
import type { AskingRoom, Candidate, Moment } from './today-step.ts';

type Rule = (thread: TodayInterview, moment: Moment, room: AskingRoom) => Candidate | undefined;

const rules: Record<Stage, Rule | undefined> = {
	'to-ask': askStep,
	asked: quietStep,
	agreed: talkStep,
	talked: afterStep,
	thanked: afterStep,
	closed: undefined
};

/** The one step that an interview asks for now, if any: one thread, one step. */
export function threadStep(
	thread: TodayInterview,
	moment: Moment,
	room: AskingRoom
): Candidate | undefined {
	return underWayStep(thread, moment) ?? rules[thread.stage]?.(thread, moment, room);
}
