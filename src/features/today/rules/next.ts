import { addHours, dayOf } from '#kernel/clock.ts';
import { figured, sentenceCase } from '#kernel/number-text.ts';
import { calendarDateText, momentText } from '#method/calendar-text.ts';
import { closingReasons, type ClosingReason } from '#method/closing-reasons.ts';
import type { When } from '#method/interview-facts.ts';
import type { Stage } from '#method/stage.ts';
import { THANK_WITHIN_HOURS } from '#features/interviews/rules/thread.ts';
import type { Next } from '../schemas.ts';
import type { TodayInterview } from './today-facts.ts';
import type { Moment } from './today-step.ts';

export interface BoardThread extends TodayInterview {
	closedBecause?: ClosingReason | null | undefined;
	thankedAt?: When;
}

type Rule = (thread: BoardThread, moment: Moment) => Next;

const rules: Record<Stage, Rule> = {
	'to-ask': toAsk,
	asked,
	agreed,
	talked,
	thanked,
	closed
};

/** Next step of one interview in a few words: what it waits for, or since when. */
export function nextOf(thread: BoardThread, moment: Moment): Next {
	if (thread.underWay && !thread.heldAt && thread.stage !== 'closed')
		return ownTurn('Conversation now');
	return rules[thread.stage](thread, moment);
}

const none = (words: string): Next => ({ words, tone: 'none' });
const due = (words: string): Next => ({ words, tone: 'due' });
const ownTurn = (words: string): Next => ({ words, tone: 'accent' });

function toAsk(thread: BoardThread): Next {
	const { goals, sources, answeringSources, introduction } = thread;
	if (thread.mustNotBeContacted) return none('Do not contact');
	if (introduction) return ownTurn(`Write today, ${introduction.connector} introduced you`);
	if (thread.themeRests) return none('Theme is parked');
	if (goals < 1) return none('No goal yet');
	if ((answeringSources ?? sources) < 1) return none('No source yet');
	return ownTurn('Ready to write');
}

function asked(thread: BoardThread, moment: Moment): Next {
	const { answeredAt, cadence, since } = thread;
	if (thread.mustNotBeContacted) return due('Do not contact: close interview');
	if (answeredAt) return ownTurn('Answered, agree on a time');
	const { quietFor = 0, followUpOn, closeOn } = cadence ?? {};
	const quiet = figured(quietFor, 'business day');
	if (closeOn && closeOn <= moment.today)
		return due(`${quiet} since your follow-up: close interview`);
	if (followUpOn && followUpOn <= moment.today)
		return due(`${quiet} without an answer: send follow-up`);
	if (quietFor > 0)
		return none(closeOn ? `${quiet} since your follow-up` : `${quiet} without an answer`);
	const day = dayOf(since, moment.zone);
	return none(day === moment.today ? 'Asked today' : `Asked on ${calendarDateText(day)}`);
}

function agreed({ meeting, mustNotBeContacted }: BoardThread, moment: Moment): Next {
	if (!meeting && mustNotBeContacted) return due('Do not contact: close interview');
	if (!meeting) return ownTurn('Agree on a time');
	const words = sentenceCase(momentText(meeting.startsAt, moment.now, moment.zone));
	const soon = dayOf(meeting.startsAt, moment.zone) === moment.today;
	return { words, tone: soon ? 'accent' : 'none' };
}

function talked({ heldAt, since, mustNotBeContacted }: BoardThread, moment: Moment): Next {
	if (mustNotBeContacted) return none('Do not contact: no thank-you');
	const by = addHours(heldAt ?? since, THANK_WITHIN_HOURS);
	const words =
		by < moment.now
			? 'Thank-you overdue'
			: `Send thank-you by ${momentText(by, moment.now, moment.zone)}`;
	return { words, tone: 'due' };
}

function thanked({ tellOn, since, mustNotBeContacted }: BoardThread, moment: Moment): Next {
	if (tellOn && !mustNotBeContacted) {
		return tellOn <= moment.today
			? due('Send update')
			: none(`Send update on ${calendarDateText(tellOn)}`);
	}
	return none(`Thanked on ${calendarDateText(dayOf(since, moment.zone))}`);
}

function closed({ closedBecause, since }: BoardThread, moment: Moment): Next {
	const reason = closingReasons[closedBecause ?? 'other'].name;
	return none(`${reason}, ${calendarDateText(dayOf(since, moment.zone))}`);
}
