import { agreeAddress, prepareAddress, talkAddress } from '#kernel/page-addresses.ts';
import { addMinutes, dayOf, type Instant } from '#kernel/clock.ts';
import { counted, figured, inWords, sentenceCase } from '#kernel/number-text.ts';
import { thereText } from '#features/meetings/rules/meeting-text.ts';
import { mediumLabels } from '#method/media.ts';
import { LEAST_SOURCES } from '#features/preparation/rules/sources.ts';
import { clockText, momentText, nearDateText } from '#method/calendar-text.ts';
import { closeRequestStep } from './waiting-step.ts';
import type { MeetingFacts, TodayInterview } from './today-facts.ts';
import { nearness, stepOf, type Candidate, type Moment } from './today-step.ts';

/** Time before a talk from which the step is the talk, not its brief [D]. */
const CLOSE_MINUTES = 60;

/**
 * The step of an agreed talk: its brief while it lies ahead (method 5), afterwards the question how
 * it went.
 * @returns undefined for a talk more than three days away whose brief is complete
 */
export function talkStep(thread: TodayInterview, moment: Moment): Candidate | undefined {
	const { id, personName: name, meeting } = thread;
	if (!meeting && thread.mustNotBeContacted) return closeRequestStep(thread);
	if (!meeting) {
		return stepOf(thread, thread.since, {
			code: 'agree-time',
			icon: 'mail',
			title: `Agree on a time with ${name}`,
			why: 'They agreed to a conversation. Now arrange a time with them.',
			action: { label: 'Agree on a time', href: agreeAddress(id) },
			due: 'today'
		});
	}
	if (addMinutes(meeting.startsAt, meeting.minutes) <= moment.now) {
		return stepOf(thread, meeting.startsAt, {
			code: 'talk-past',
			icon: 'interviews',
			title: `Did you speak with ${name}?`,
			why: `The agreed time was ${momentText(meeting.startsAt, moment.now, moment.zone)}. Record that you spoke, or agree on a new time.`,
			action: { label: 'Record conversation', href: talkAddress(id) },
			due: 'today'
		});
	}
	return ahead(thread, meeting, moment);
}

/**
 * The step of a talk that has begun and not ended; it comes before all others.
 * @returns undefined when none is under way, or when it was held already
 */
export function underWayStep(thread: TodayInterview, moment: Moment): Candidate | undefined {
	const { underWay } = thread;
	if (!underWay || thread.heldAt || thread.stage === 'closed') return undefined;
	const left = minutesUntil(addMinutes(underWay.since, underWay.minutes), moment);
	return stepOf(thread, underWay.since, {
		code: 'talk',
		icon: 'clock',
		title: `Your conversation with ${thread.personName} is in progress`,
		why:
			left > 0
				? `${sentenceCase(counted(left, 'minute is', 'minutes are'))} left. Your notes are saved.`
				: 'The agreed time is over. End the conversation on the talk screen, or record when it ended.',
		action: { label: 'Open talk screen', href: talkAddress(thread.id) },
		due: 'today'
	});
}

function ahead(
	thread: TodayInterview,
	meeting: MeetingFacts,
	moment: Moment
): Candidate | undefined {
	const { id, personName: name } = thread;
	const day = dayOf(meeting.startsAt, moment.zone);
	const due = nearness(day, moment.today);
	const brief = briefText(thread);
	if (due === 'none' && !brief.misses) return undefined;
	const length = `${sentenceCase(mediumLabels[meeting.medium])}, ${figured(meeting.minutes, 'minute')}`;
	const talk = { label: 'Open talk screen', href: talkAddress(id) };
	const read = {
		label: brief.misses ? 'Finish brief' : 'View brief',
		href: prepareAddress(id)
	};
	const [action, beside] =
		minutesUntil(meeting.startsAt, moment) <= CLOSE_MINUTES ? [talk, read] : [read, talk];
	return stepOf(thread, meeting.startsAt, {
		code: 'talk',
		icon: meeting.medium === 'phone' ? 'phone' : 'clock',
		title: `${name}, ${whenText(meeting, moment)}`,
		why: `${length}. ${brief.sentence}`,
		action,
		...(due === 'today' ? { beside } : {}),
		due,
		talk: {
			line: thread.line ?? '',
			length,
			elsewhere: talkTimeText(meeting, moment),
			theme: { title: thread.themeTitle, seat: thread.themeSeat ?? null },
			brief: brief.sentence
		}
	});
}

/** The partner's local time; within the hour, after the explorer's own. */
function talkTimeText(meeting: MeetingFacts, moment: Moment): string {
	const there = thereText(meeting.startsAt, moment.zone, meeting.partnerZone ?? null);
	if (minutesUntil(meeting.startsAt, moment) > CLOSE_MINUTES) return there;
	return [clockText(meeting.startsAt, moment.zone), there].filter(Boolean).join(', ');
}

function minutesUntil(instant: Instant, { now }: Moment): number {
	return Math.ceil((Date.parse(instant) - Date.parse(now)) / 60_000);
}

/** "at 16:00" today, "tomorrow at 10:00"; within the hour how long it is still, then "now". */
function whenText(meeting: MeetingFacts, moment: Moment): string {
	const until = minutesUntil(meeting.startsAt, moment);
	if (until <= 0) return 'now';
	if (until <= CLOSE_MINUTES) return `in ${figured(until, 'minute')}`;
	const day = dayOf(meeting.startsAt, moment.zone);
	const near = day === moment.today ? '' : `${nearDateText(day, moment.today)} `;
	return `${near}at ${clockText(meeting.startsAt, moment.zone)}`;
}

function briefText({ brief, goals, sources }: TodayInterview): {
	misses: boolean;
	sentence: string;
} {
	if (goals < 1) {
		return {
			misses: true,
			sentence: 'Your brief needs a goal. Add one thing that you want to learn.'
		};
	}
	if (brief) {
		if (brief.miss === '') return { misses: false, sentence: 'Your brief is complete.' };
		const parts = `Your brief has ${inWords(brief.done)} of ${inWords(brief.total)} parts.`;
		return { misses: true, sentence: `${parts} ${brief.miss.replace(/\.$/, '')}.` };
	}
	const short = LEAST_SOURCES - sources;
	if (short <= 0) return { misses: false, sentence: 'Your brief has a goal and enough sources.' };
	const missing = counted(short, 'more source');
	return { misses: true, sentence: `Your brief needs ${missing}.` };
}
