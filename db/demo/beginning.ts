import {
	closeInterview,
	noteAnswer,
	planInterview
} from '#features/interviews/operations.server.ts';
import { markSent, writeMessage } from '#features/outreach/operations.server.ts';
import { addPerson } from '#features/people/operations.server.ts';
import { addGoal, addSource } from '#features/preparation/operations.server.ts';
import { connectors, type DemoInterview } from './interview.ts';
import { explorer, themes } from './explorer.ts';
import type { DemoStep, DemoRun } from './demo-run.ts';

/** An interview of the demo; its id is set by its first step. */
export type Thread = DemoInterview & { id: string };

/**
 * Adds the connectors.
 * @returns their ids by name
 */
export async function addConnectors(demo: DemoRun): Promise<Map<string, string>> {
	const ids = new Map<string, string>();
	for (const person of connectors) ids.set(person.name, (await demo.do(addPerson, person)).id);
	return ids;
}

function request({ name, theme, connector, company }: DemoInterview, minutes: number) {
	const first = name.split(' ')[0] ?? name;
	const work = (themes[theme]?.title ?? '').toLowerCase();
	const found = connector
		? `${connector} thought we should meet; you look after people who are new to it.`
		: `I found you through ${company}, and read what you published there.`;
	return {
		subject: `${minutes === 20 ? 'Twenty' : 'Fifteen'} minutes about your work`,
		body: `Dear ${first},\n\n${found} Your account of an ordinary week at ${company} is why I am writing to you. You have done this work for years, and I am finding out what ${work} is really like before I change anything.\n\nWould you have ${minutes} minutes by phone in the coming two weeks? I would like to hear what your week really looks like and what the worst of it is. I am not asking for a job. I will fit around your day, and keep the time.\n\n${explorer.name}`
	};
}

const sources = [
	{ kind: 'partner', title: 'Their own page', answers: 'How long they have done it, and for whom' },
	{
		kind: 'organization',
		title: 'Who works there',
		answers: 'How large the team is, so no need to ask'
	},
	{ kind: 'field', title: 'Survey of pay', answers: 'The range, so no need to ask' }
] as const;

async function research(demo: DemoRun, thread: Thread): Promise<void> {
	const { id, goals, company } = thread;
	for (const text of goals) await demo.do(addGoal, { interviewId: id, text });
	if (goals.length === 0) return;
	const host = company
		.toLowerCase()
		.normalize('NFD')
		.replace(/[^a-z]/g, '');
	// A planned interview has one source; the others have all by the day of the talk.
	const wanted = thread.asked === undefined ? sources.slice(0, 1) : sources;
	for (const [index, source] of wanted.entries()) {
		await demo.do(addSource, {
			...source,
			interviewId: id,
			link: `https://${host}.example/${source.kind}`,
			mark: index === 0 ? 'why-you' : 'none'
		});
	}
}

async function wish(
	demo: DemoRun,
	thread: Thread,
	themeIds: readonly string[],
	connectorIds: ReadonlyMap<string, string>
): Promise<void> {
	const { name, position, company, place, zone, channel, connector } = thread;
	const [givenName = '', ...others] = name.split(' ');
	const names = { name, givenName, familyName: others.join(' ') };
	const person = await demo.do(addPerson, { ...names, position, company, place, zone });
	const { id } = await demo.do(planInterview, {
		personId: person.id,
		themeId: themeIds[thread.theme] ?? '',
		channel,
		connection: connector
			? `${connector} thought we should meet`
			: `Read what they wrote at ${company}`,
		...(connector ? { connectorId: connectorIds.get(connector) ?? null } : {}),
		...(channel === 'school' || channel === 'association' ? { organizationName: company } : {})
	});
	thread.id = id;
	await research(demo, thread);
}

async function ask(demo: DemoRun, thread: Thread): Promise<void> {
	const minutes = thread.meeting?.minutes ?? 15;
	const about = { interviewId: thread.id, purpose: 'request' as const };
	await demo.do(writeMessage, { ...about, ...request(thread, minutes), minutes });
	await demo.do(markSent, { ...about, through: 'copied' });
}

/** The steps of an interview up to the answer or the closing. */
export function beginning(
	demo: DemoRun,
	thread: Thread,
	themeIds: readonly string[],
	connectorIds: ReadonlyMap<string, string>
): DemoStep[] {
	const { asked, answered, closed } = thread;
	const steps: DemoStep[] = [
		{ at: demo.instant(thread.wished), run: () => wish(demo, thread, themeIds, connectorIds) }
	];
	if (asked !== undefined) {
		steps.push({ at: demo.instant(asked, '10:10'), run: () => ask(demo, thread) });
	}
	if (answered !== undefined) {
		steps.push({
			at: demo.instant(answered, '08:15'),
			run: () => demo.do(noteAnswer, { id: thread.id })
		});
	}
	if (closed) {
		steps.push({
			at: demo.instant(closed.day, '17:20'),
			run: () => demo.do(closeInterview, { id: thread.id, reason: closed.reason })
		});
	}
	return steps;
}
