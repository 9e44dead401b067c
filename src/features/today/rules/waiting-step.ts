import { interviewAddress, peopleAddress } from '#kernel/page-addresses.ts';
import type { Day } from '#kernel/clock.ts';
import { figured } from '#kernel/number-text.ts';
import type { TodayInterview } from './today-facts.ts';
import { stepOf, type Candidate, type Moment, type Step } from './today-step.ts';

/**
 * The step of a waiting request (method 3): an answer to read, else the latest of the three waiting
 * steps whose date has come. Dates are those of the cadence, pauses included. For people who must
 * not be contacted, closing is the only step.
 */
export function waitingStep(thread: TodayInterview, moment: Moment): Candidate | undefined {
	const { personName, themeTitle, cadence } = thread;
	if (thread.mustNotBeContacted) return closeRequestStep(thread);
	if (thread.answeredAt) {
		return dueToday(thread, thread.answeredAt, {
			code: 'answered',
			icon: 'mail',
			title: `${personName} answered`,
			why: 'Read the answer, then agree on a time.',
			label: 'Open interview'
		});
	}
	if (!cadence) return undefined;
	const has = (day: Day | undefined): day is Day => day !== undefined && day <= moment.today;
	const quiet = figured(cadence.quietFor, 'business day');
	if (has(cadence.closeOn)) {
		return dueToday(thread, cadence.closeOn, {
			...closing(thread),
			why: `${quiet} have passed since your follow-up. When people do not answer, it is rarely about you.`
		});
	}
	if (has(cadence.followUpOn)) {
		return dueToday(thread, cadence.followUpOn, {
			code: 'follow-up',
			icon: 'clock',
			title: `${personName} has not answered for ${quiet}`,
			why: 'You can send one follow-up, and only one.',
			label: 'Write follow-up'
		});
	}
	if (!has(cadence.secondPersonOn)) return undefined;
	return stepOf(thread, cadence.secondPersonOn, {
		code: 'second-person',
		icon: 'people',
		title: `Ask a second person about ${themeTitle}`,
		why: `${personName} has had your request for ${quiet}`,
		action: { label: 'View people', href: peopleAddress() },
		due: 'today'
	});
}

/** The step to close a request to a person who must not be contacted, before a talk is agreed. */
export function closeRequestStep(thread: TodayInterview): Candidate {
	return dueToday(thread, thread.since, {
		...closing(thread),
		why: 'This person is marked “Do not contact”. Your notes are saved.'
	});
}

function closing({ personName }: TodayInterview) {
	const title = `Close the interview with ${personName}`;
	return { code: 'close', icon: 'flag', title, label: 'Open interview' } as const;
}

/** A step that is done on the interview's page today. */
function dueToday(
	thread: TodayInterview,
	since: Candidate['since'],
	{ label, ...words }: Pick<Step, 'code' | 'icon' | 'title' | 'why'> & { label: string }
): Candidate {
	const action = { label, href: interviewAddress(thread.id) };
	return stepOf(thread, since, { ...words, action, due: 'today' });
}
