import { MOST_WAITING } from '#features/interviews/rules/asking.ts';
import {
	decidedSteps,
	eventSteps,
	importSteps,
	introducedSteps,
	parkedSteps,
	webhookSteps
} from './other-steps.ts';
import { journeySteps } from './journey-step.ts';
import { inOrder } from './step-order.ts';
import { threadStep } from './thread-step.ts';
import type { TodayFacts } from './today-facts.ts';
import { ledeOf, waitingText } from './today-lede.ts';
import { momentOf, type Candidate, type Moment, type Step, type StepCode } from './today-step.ts';
import type { TodayView } from '../schemas.ts';

/** Most steps shown, the first one included (mock-ups, principle 8). */
export const MOST_SHOWN = 7;
/** Most steps folded below them; further ones are counted and move up as others are done [D]. */
export const MOST_FOLDED = 60;

export type Today = Omit<TodayView['today'], 'first'> & { first: Step | undefined };

/** Steps that somebody else waits for; they are shown during a pause too. */
const owed: ReadonlySet<StepCode> = new Set([
	'talk',
	'talk-past',
	'thank',
	'write-introduced',
	'answered',
	'agree-time'
]);

/**
 * Makes the list of next steps from the facts alone, deterministically. During a pause it holds
 * only what somebody else waits for.
 * @returns at most seven shown (`first` and `also`), the rest `folded`; without a pause and without
 * interviews there is always a first step
 */
export function today(facts: TodayFacts): Today {
	const moment = momentOf(facts.now, facts.zone);
	const current = { ...facts, pause: pauseNow(facts.pause, moment) };
	const list = inOrder(candidates(current, moment));
	const [first, ...rest] = list.map((each) => each.step);
	return {
		first,
		also: rest.slice(0, MOST_SHOWN - 1),
		folded: rest.slice(MOST_SHOWN - 1, MOST_SHOWN - 1 + MOST_FOLDED),
		beyond: Math.max(0, rest.length - (MOST_SHOWN - 1) - MOST_FOLDED),
		lede: ledeOf(current, list, moment),
		waiting: { count: facts.waiting, of: MOST_WAITING, sentence: waitingText(facts.waiting) }
	};
}

function candidates(facts: TodayFacts, moment: Moment): Candidate[] {
	const limits = {
		outreachOpen: facts.readiness.outreach === 'open' || facts.overridden,
		belowLimit: facts.waiting < MOST_WAITING
	};
	const threads = facts.interviews.flatMap((thread) => threadStep(thread, moment, limits) ?? []);
	threads.push(...introducedSteps(facts.introduced, moment));
	if (facts.pause) return threads.filter(({ step }) => owed.has(step.code));
	const housekeeping = [
		...importSteps(facts.imports),
		...parkedSteps(facts.parked, moment),
		...eventSteps(facts.events, moment),
		...decidedSteps(facts.decided, moment)
	];
	const busy = threads.length + housekeeping.length > 0;
	const own = webhookSteps(facts.failingWebhooks);
	return [...threads, ...housekeeping, ...journeySteps(facts, busy), ...own];
}

function pauseNow(pause: TodayFacts['pause'], { today: day }: Moment): TodayFacts['pause'] {
	return pause && pause.from <= day && day <= pause.until ? pause : undefined;
}
