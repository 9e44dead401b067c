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
import type { Scene, Stage } from './stage.ts';

/** A thread as far as the demo knows it; the interview's id comes with its first scene. */
export type Thread = DemoInterview & { id: string };

/** The people who introduce. @returns their ids by name */
export async function meetConnectors(stage: Stage): Promise<Map<string, string>> {
	const ids = new Map<string, string>();
	for (const person of connectors) ids.set(person.name, (await stage.do(addPerson, person)).id);
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

async function research(stage: Stage, thread: Thread): Promise<void> {
	const { id, goals, company } = thread;
	for (const text of goals) await stage.do(addGoal, { interviewId: id, text });
	if (goals.length === 0) return;
	const host = company
		.toLowerCase()
		.normalize('NFD')
		.replace(/[^a-z]/g, '');
	// Whoever is only planned has one source; the others are by the day of the talk.
	const wanted = thread.asked === undefined ? sources.slice(0, 1) : sources;
	for (const [index, source] of wanted.entries()) {
		await stage.do(addSource, {
			...source,
			interviewId: id,
			link: `https://${host}.example/${source.kind}`,
			mark: index === 0 ? 'why-you' : 'none'
		});
	}
}

async function wish(
	stage: Stage,
	thread: Thread,
	themeIds: readonly string[],
	connectorIds: ReadonlyMap<string, string>
): Promise<void> {
	const { name, position, company, place, zone, channel, connector } = thread;
	const [givenName = '', ...others] = name.split(' ');
	const names = { name, givenName, familyName: others.join(' ') };
	const person = await stage.do(addPerson, { ...names, position, company, place, zone });
	const { id } = await stage.do(planInterview, {
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
	await research(stage, thread);
}

async function ask(stage: Stage, thread: Thread): Promise<void> {
	const minutes = thread.meeting?.minutes ?? 15;
	const about = { interviewId: thread.id, purpose: 'request' as const };
	await stage.do(writeMessage, { ...about, ...request(thread, minutes), minutes });
	await stage.do(markSent, { ...about, through: 'copied' });
}

/** From the wish to the answer, or to a kind end. */
export function beginning(
	stage: Stage,
	thread: Thread,
	themeIds: readonly string[],
	connectorIds: ReadonlyMap<string, string>
): Scene[] {
	const { asked, answered, closed } = thread;
	const scenes: Scene[] = [
		{ at: stage.instant(thread.wished), play: () => wish(stage, thread, themeIds, connectorIds) }
	];
	if (asked !== undefined) {
		scenes.push({ at: stage.instant(asked, '10:10'), play: () => ask(stage, thread) });
	}
	if (answered !== undefined) {
		scenes.push({
			at: stage.instant(answered, '08:15'),
			play: () => stage.do(noteAnswer, { id: thread.id })
		});
	}
	if (closed) {
		scenes.push({
			at: stage.instant(closed.day, '17:20'),
			play: () => stage.do(closeInterview, { id: thread.id, reason: closed.reason })
		});
	}
	return scenes;
}
