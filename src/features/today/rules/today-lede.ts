import { counted, inWords, sentenceCase } from '#kernel/number-text.ts';
import { MOST_WAITING } from '#features/interviews/rules/asking.ts';
import { calendarDateText } from '#method/calendar-text.ts';
import { weekdayDateText } from '#method/local-text.ts';
import type { TodayFacts } from './today-facts.ts';
import type { Candidate, Moment, StepCode } from './today-step.ts';

const welcome =
	'In a few weeks, you can learn what up to three kinds of work are really like. You ask people who do them.';

/** Sentence under the greeting: what is due today, in numbers. */
export function ledeOf(facts: TodayFacts, list: readonly Candidate[], moment: Moment): string {
	if (facts.pause) {
		const rests = `Your season is paused until ${calendarDateText(facts.pause.until)}.`;
		return list.length === 0 ? `${rests} Nothing is due before then.` : `${rests} ${day(list)}`;
	}
	if (isNew(facts)) return welcome;
	return `${weekdayDateText(moment.today, moment.today)}. ${day(list)}`;
}

/** How many requests wait for an answer: "3 of 5 requests are waiting for an answer". */
export function waitingText(count: number): string {
	if (count === 0) return 'No request is waiting for an answer';
	const verb = count === 1 ? 'requests is' : 'requests are';
	return count > MOST_WAITING
		? `${count} ${verb} waiting for an answer; the limit is ${inWords(MOST_WAITING)}`
		: `${count} of ${MOST_WAITING} ${verb} waiting for an answer`;
}

function isNew(facts: TodayFacts): boolean {
	const { readiness, people, interviews, imports } = facts;
	const nothing = people + interviews.length + imports.length === 0;
	return nothing && readiness.nextTask.code === 'name-theme';
}

function day(list: readonly Candidate[]): string {
	const count = (code: StepCode): number =>
		list.filter(({ step }) => step.code === code && step.due !== 'soon' && step.due !== 'none')
			.length;
	const parts = [
		{
			count: count('talk'),
			words: counted(count('talk'), 'conversation today', 'conversations today')
		},
		{ count: count('thank'), words: `${counted(count('thank'), 'thank-you')} due` },
		{ count: count('answered'), words: `${counted(count('answered'), 'answer')} to read` }
	].filter((part) => part.count > 0);
	if (parts.length > 0) return `${sentenceCase(parts.map((part) => part.words).join(', '))}.`;
	const due = list.filter(({ step }) => step.due === 'today' || step.due === 'overdue').length;
	if (due > 0) return `${sentenceCase(counted(due, 'task'))} for today.`;
	return 'Nothing is due today.';
}

/** Sentence for the steps that are not listed. */
export function beyondText(count: number): string {
	return `${sentenceCase(counted(count, 'more task'))} will appear when these are done`;
}

/** Label of the folded steps: "Three more tasks can wait until tomorrow". */
export function foldText(count: number): string {
	return `${sentenceCase(counted(count, 'more task'))} can wait until tomorrow`;
}
