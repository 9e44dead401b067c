import { addMinutes, dayOf } from '#kernel/clock.ts';
import { counted, figured, sentenceCase } from '#kernel/number-words.ts';
import { LEAST_SOURCES } from '#features/preparation/rules/sources.ts';
import { clockWords, momentWords, nearDateWords } from './calendar-words.ts';
import type { MeetingFacts, TodayInterview } from './today-facts.ts';
import { nearness, type Candidate, type Moment } from './today-step.ts';

const media: Record<MeetingFacts['medium'], string> = {
	phone: 'By phone',
	'in-person': 'In person',
	video: 'By video'
};

/**
 * An agreed talk: its brief while it lies ahead (method 5), a question once it should be over.
 * @returns nothing for a talk more than three days away whose brief is complete
 */
export function talkStep(thread: TodayInterview, moment: Moment): Candidate | undefined {
	const { id, personName: name, meeting } = thread;
	const about = { kind: 'interview', id } as const;
	if (!meeting) {
		return {
			step: {
				code: 'agree-time',
				icon: 'mail',
				title: `Agree on a time with ${name}`,
				why: 'They said yes. The arranging is yours.',
				action: { label: 'Agree on a time', href: `/interviews/${id}` },
				due: 'today',
				about
			},
			since: thread.since,
			name
		};
	}
	if (addMinutes(meeting.startsAt, meeting.minutes) <= moment.now) {
		return {
			step: {
				code: 'talk-past',
				icon: 'interviews',
				title: `Did you talk with ${name}?`,
				why: `It was agreed for ${momentWords(meeting.startsAt, moment.now, moment.zone)}. Say that it took place, or agree on another time.`,
				action: { label: 'Say how it went', href: `/interviews/${id}` },
				due: 'today',
				about
			},
			since: meeting.startsAt,
			name
		};
	}
	return ahead(thread, meeting, moment);
}

function ahead(
	thread: TodayInterview,
	meeting: MeetingFacts,
	moment: Moment
): Candidate | undefined {
	const { id, personName: name } = thread;
	const day = dayOf(meeting.startsAt, moment.zone);
	const due = nearness(day, moment.today);
	const misses = briefMiss(thread);
	if (due === 'none' && !misses) return undefined;
	const near = day === moment.today ? '' : `${nearDateWords(day, moment.today)} `;
	const length = `${media[meeting.medium]}, ${figured(meeting.minutes, 'minute')}`;
	return {
		step: {
			code: 'talk',
			icon: meeting.medium === 'phone' ? 'phone' : 'clock',
			title: `${name}, ${near}at ${clockWords(meeting.startsAt, moment.zone)}`,
			why: `${length}. ${misses || 'Your brief has its goal and its sources.'}`,
			action: {
				label: misses ? 'Finish the brief' : 'Read the brief',
				href: `/interviews/${id}/prepare`
			},
			due,
			about: { kind: 'interview', id }
		},
		since: meeting.startsAt,
		name
	};
}

/** What goals and sources still lack, in one sentence; empty when they lack nothing. */
function briefMiss({ goals, sources }: TodayInterview): string {
	if (goals < 1) return 'No goal yet, so no brief. One thing to learn is enough.';
	const short = LEAST_SOURCES - sources;
	if (short <= 0) return '';
	return `${sentenceCase(counted(short, 'source is', 'sources are'))} missing in your brief.`;
}
