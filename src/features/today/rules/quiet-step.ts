import { interviewAddress, peopleAddress } from '#kernel/addresses.ts';
import type { Day } from '#kernel/clock.ts';
import { figured } from '#kernel/number-words.ts';
import type { TodayInterview } from './today-facts.ts';
import type { Candidate, Moment, Step } from './today-step.ts';

/**
 * While a request waits (method 3): an answer to read first of all, else the furthest of the
 * three waiting steps whose day has come. The dates are the cadence's own, pauses included. Who
 * must not be contacted is not written to again: closing kindly is the only step.
 */
export function quietStep(thread: TodayInterview, moment: Moment): Candidate | undefined {
	const { id, personName: name, cadence } = thread;
	const candidate = (parts: Omit<Step, 'due' | 'about'>, since: string): Candidate => ({
		step: { ...parts, due: 'today', about: { kind: 'interview', id } },
		since,
		name
	});
	if (thread.mustNotBeContacted) return letBeStep(thread);
	if (thread.answeredAt) return candidate(answered(thread), thread.answeredAt);
	if (!cadence) return undefined;
	const has = (day: Day | undefined): day is Day => day !== undefined && day <= moment.today;
	const quiet = figured(cadence.quietFor, 'business day');
	if (has(cadence.closeOn)) return candidate(close(thread, quiet), cadence.closeOn);
	if (has(cadence.chaserOn)) return candidate(chaser(thread, quiet), cadence.chaserOn);
	if (has(cadence.secondPersonOn)) return candidate(second(thread, quiet), cadence.secondPersonOn);
	return undefined;
}

/** Who must not be contacted before a talk was agreed is let be: the request is closed kindly. */
export function letBeStep(thread: TodayInterview): Candidate {
	const { id, personName: name, since } = thread;
	const about = { kind: 'interview', id } as const;
	return { step: { ...letBe(thread), due: 'today', about }, since, name };
}

type Words = Omit<Step, 'due' | 'about'>;

function answered({ id, personName }: TodayInterview): Words {
	return {
		code: 'answered',
		icon: 'mail',
		title: `${personName} answered`,
		why: 'Read it, and agree on a time. The arranging is yours.',
		action: { label: 'Read', href: interviewAddress(id) }
	};
}

function letBe({ id, personName }: TodayInterview): Words {
	return {
		code: 'close',
		icon: 'flag',
		title: `Close the request to ${personName}, kindly`,
		why: 'They must not be contacted, and that stands. What you noted is kept.',
		action: { label: 'Close it', href: interviewAddress(id) }
	};
}

function close({ id, personName }: TodayInterview, quiet: string): Words {
	return {
		code: 'close',
		icon: 'flag',
		title: `Close the request to ${personName}, kindly`,
		why: `${quiet} since your chaser. Silence is an answer too, and seldom about you.`,
		action: { label: 'Close it', href: interviewAddress(id) }
	};
}

function chaser({ id, personName }: TodayInterview, quiet: string): Words {
	return {
		code: 'chaser',
		icon: 'clock',
		title: `${personName} has been quiet for ${quiet}`,
		why: 'One chaser is fine. It is the only one you will send.',
		action: { label: 'Read the chaser', href: interviewAddress(id) }
	};
}

function second({ personName, themeTitle }: TodayInterview, quiet: string): Words {
	return {
		code: 'second-person',
		icon: 'people',
		title: `Ask a second person about ${themeTitle}`,
		why: `${personName} has had your request for ${quiet}`,
		action: { label: 'See who', href: peopleAddress() }
	};
}
