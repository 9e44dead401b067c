import { clarityAddress, importsAddress, peopleAddress } from '#kernel/page-addresses.ts';
import { counted, inWords, sentenceCase } from '#kernel/number-text.ts';
import { MOST_WAITING } from '#features/interviews/rules/asking.ts';
import type { Stage } from '#method/stage.ts';
import type { TodayFacts } from './today-facts.ts';
import type { Candidate, Due, Step } from './today-step.ts';

const open: ReadonlySet<Stage> = new Set(['to-ask', 'asked', 'agreed', 'talked']);

/**
 * The step of a beginner's journey: clarity first (method 1), then people, then someone to ask.
 * While readiness is too low, clarity is the only step; at `almost` it stands beside the next step,
 * never before it.
 * @param busy whether another step is on the list already
 */
export function journeySteps(facts: TodayFacts, busy: boolean): Candidate[] {
	if (facts.readiness.outreach === 'closed' && !facts.overridden) {
		return [candidate(facts, clarity(facts, 'clarity', 'today'))];
	}
	const settled = facts.readiness.nextTask.code === 'find-people';
	const refine = settled ? [] : [candidate(facts, clarity(facts, 'refine', 'none'))];
	const onward = onwardStep(facts, busy || !settled);
	return onward ? [candidate(facts, onward), ...refine] : refine;
}

function onwardStep(facts: TodayFacts, busy: boolean): Step | undefined {
	if (facts.people === 0 && facts.imports.length === 0) return importPeople;
	if (facts.people === 0) return undefined;
	if (!facts.interviews.some((each) => open.has(each.stage))) return choosePerson;
	return busy || facts.waiting >= MOST_WAITING ? undefined : findNext(facts.waiting);
}

function clarity({ readiness }: TodayFacts, code: 'clarity' | 'refine', due: Due): Step {
	const { sentence, action, anchor } = readiness.nextTask;
	const first = readiness.nextTask.code === 'name-theme';
	return {
		code,
		icon: 'clarity',
		title: first ? 'What do you dream of doing?' : action,
		why: sentence,
		action: { label: first ? action : elsewhere(anchor), href: anchor },
		due
	};
}

const importPeople: Step = {
	code: 'import-people',
	icon: 'people',
	title: 'Find people who do this work',
	why: 'Some people in your address book may work in these fields. Schools and associations can help too.',
	action: { label: 'Import address book', href: importsAddress() },
	due: 'soon'
};

const choosePerson: Step = {
	code: 'choose-person',
	icon: 'people',
	title: 'Choose someone to ask',
	why: 'Fifteen minutes with one person is a good start. Imago sends nothing without your click.',
	action: { label: 'View people', href: peopleAddress() },
	due: 'soon'
};

function findNext(waiting: number): Step {
	const room = MOST_WAITING - waiting;
	const are = waiting === 1 ? 'request is' : 'requests are';
	const why =
		waiting === 0
			? 'You have no open requests.'
			: `${sentenceCase(inWords(waiting))} ${are} waiting. You can send ${counted(room, 'more', 'more')}.`;
	return {
		code: 'find-next',
		icon: 'people',
		title: 'Find someone to ask',
		why,
		action: { label: 'View people', href: peopleAddress() },
		due: 'none'
	};
}

function candidate(facts: TodayFacts, step: Step): Candidate {
	return { step, since: facts.now, name: '' };
}

/** Makes a step's button name its target, for a row of the list. */
function elsewhere(anchor: string): string {
	return anchor.startsWith(clarityAddress()) ? 'Open Clarity' : 'View people';
}
