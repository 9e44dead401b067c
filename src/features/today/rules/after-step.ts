import { interviewAddress, reflectAddress } from '#kernel/page-addresses.ts';
import { addHours } from '#kernel/clock.ts';
import { momentText } from '#method/calendar-text.ts';
import { THANK_WITHIN_HOURS } from '#features/interviews/rules/thread.ts';
import type { TodayInterview } from './today-facts.ts';
import { stepOf, type Candidate, type Moment } from './today-step.ts';

/**
 * The step after a talk: the thank-you, owed within 24 hours and due on the day of the talk; about
 * two weeks later the update (method 7). Neither is owed to people who must not be contacted.
 */
export function afterStep(thread: TodayInterview, moment: Moment): Candidate | undefined {
	const { id, personName: name } = thread;
	if (thread.stage === 'talked' && thread.mustNotBeContacted) return closeWithoutThanksStep(thread);
	if (thread.stage === 'talked') {
		const heldAt = thread.heldAt ?? thread.since;
		const by = addHours(heldAt, THANK_WITHIN_HOURS);
		const late = by < moment.now;
		return stepOf(thread, heldAt, {
			code: 'thank',
			icon: 'heart',
			title: `Thank ${name}`,
			why: late
				? 'More than a day has passed since your conversation. A late thank-you is still welcome.'
				: `Due by ${momentText(by, moment.now, moment.zone)}`,
			action: { label: 'Write thank-you', href: reflectAddress(id, 'thank') },
			due: late ? 'overdue' : 'today'
		});
	}
	if (!thread.tellOn || thread.tellOn > moment.today) {
		return connectorStep(thread) ?? learnStep(thread);
	}
	const anchor = thread.tellWhom === 'connector' ? 'connector' : 'tell';
	return stepOf(thread, thread.tellOn, {
		code: 'tell',
		icon: 'gift',
		...tellText(thread),
		action: { label: 'Write update', href: reflectAddress(id, anchor) },
		due: 'today'
	});
}

/** The step to thank the connector soon after the talk (method 2). */
function connectorStep(thread: TodayInterview): Candidate | undefined {
	const connector = thread.introduction?.connector;
	if (!thread.thankConnector || !connector) return undefined;
	const { id, personName, heldAt, since } = thread;
	return stepOf({ id, personName: connector }, heldAt ?? since, {
		code: 'thank-connector',
		icon: 'heart',
		title: `Thank ${connector} for the introduction`,
		why: `You spoke with ${personName}. One line of thanks is enough.`,
		action: { label: 'Write thank-you', href: reflectAddress(id, 'connector') },
		due: 'today'
	});
}

function closeWithoutThanksStep(thread: TodayInterview): Candidate {
	return stepOf(thread, thread.heldAt ?? thread.since, {
		code: 'close',
		icon: 'flag',
		title: `Close the interview with ${thread.personName}`,
		why: 'This person is marked “Do not contact”, so do not send a thank-you. First, write down what you learned.',
		action: { label: 'Open interview', href: interviewAddress(thread.id) },
		due: 'today'
	});
}

function tellText({ personName: name, introduction, tellWhom }: TodayInterview) {
	const connector = introduction?.connector;
	if (tellWhom === 'partner-again') {
		return {
			title: `Send ${name} a second update`,
			why: 'Two weeks have passed since your update, without an answer. You can send one more.'
		};
	}
	if (tellWhom === 'connector' && connector) {
		return {
			title: `Send ${connector} an update`,
			why: `Two weeks have passed since your conversation with ${name}. ${connector} introduced you.`
		};
	}
	const too =
		connector && tellWhom !== 'partner' ? ` Also update ${connector}, who introduced you.` : '';
	return {
		title: `Send ${name} an update`,
		why: `Two weeks have passed since your conversation.${too}`
	};
}

/** The step to write down what was learned, while nothing is noted of the talk. */
function learnStep(thread: TodayInterview): Candidate | undefined {
	if (!thread.nothingLearned) return undefined;
	return stepOf(thread, thread.heldAt ?? thread.since, {
		code: 'reflect',
		icon: 'note',
		title: `Write down what you learned from ${thread.personName}`,
		why: 'Take ten minutes now, while you remember the conversation well.',
		action: { label: 'Add insights', href: reflectAddress(thread.id) },
		due: 'soon'
	});
}
