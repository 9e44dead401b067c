import { addHours } from '#kernel/clock.ts';
import { momentWords } from './calendar-words.ts';
import { WRITE_WITHIN_HOURS } from './thread.ts';
import type { AskingRoom } from './thread-step.ts';
import type { TodayInterview } from './today-facts.ts';
import { nearness, type Candidate, type Moment } from './today-step.ts';

/**
 * Before the request: prepare it (method 3: research comes before the request), then write. After
 * an introduction one writes within a day (method 2), and even that waits for the research.
 * @returns nothing for a request that could not go out anyway: too soon, or five are waiting
 */
export function askStep(
	thread: TodayInterview,
	moment: Moment,
	room: AskingRoom
): Candidate | undefined {
	const answering = thread.answeringSources ?? thread.sources;
	if (thread.goals < 1 || answering < 1) return prepareStep(thread, moment);
	if (!room.outreachOpen || !room.roomToAsk) return undefined;
	const { id, personName: name, themeTitle, introduction } = thread;
	const about = { kind: 'interview', id } as const;
	const action = { label: 'Write', href: `/interviews/${id}` };
	if (introduction) {
		const by = addHours(introduction.agreedAt, WRITE_WITHIN_HOURS);
		return {
			step: {
				code: 'write-introduced',
				icon: 'mail',
				title: `Write to ${name} today`,
				why: `${introduction.connector} introduced you. ${
					by < moment.now
						? 'Writing soon keeps the door warm.'
						: `By ${momentWords(by, moment.now, moment.zone)}, a day after their yes.`
				}`,
				action,
				due: by < moment.now ? 'overdue' : 'today',
				about
			},
			since: introduction.agreedAt,
			name
		};
	}
	return {
		step: {
			code: 'ask',
			icon: 'mail',
			title: `Write to ${name}`,
			why: `${themeTitle}. Goal and source are there; fifteen minutes is an easy yes.`,
			action,
			due: thread.nextStepOn ? nearness(thread.nextStepOn, moment.today) : 'none',
			about
		},
		since: thread.nextStepOn ?? thread.since,
		name
	};
}

function prepareStep(thread: TodayInterview, moment: Moment): Candidate {
	const { id, personName: name, introduction } = thread;
	const missing =
		thread.goals < 1
			? 'One thing you want to learn, then the request has a reason.'
			: 'One source about them and what it told you, then you can say why them.';
	const planned = thread.nextStepOn ? nearness(thread.nextStepOn, moment.today) : 'none';
	return {
		step: {
			code: 'prepare',
			icon: 'interviews',
			title: `Prepare to write to ${name}`,
			why: introduction ? `${introduction.connector} introduced you. ${missing}` : missing,
			action: { label: 'Prepare', href: `/interviews/${id}/prepare` },
			due: introduction ? 'today' : planned,
			about: { kind: 'interview', id }
		},
		since: introduction?.agreedAt ?? thread.nextStepOn ?? thread.since,
		name
	};
}
