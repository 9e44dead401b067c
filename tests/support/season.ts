import { answers, criteria, notes, themes } from '../../db/demo/explorer.ts';
import type { programWith } from './key.ts';

type Send = ReturnType<typeof programWith>;

async function done(
	send: Send,
	verb: string,
	path: string,
	body?: unknown
): Promise<Record<string, unknown>> {
	const response = await send(verb, path, body);
	if (!response.ok) throw new Error(`${verb} ${path}: ${response.status} ${await response.text()}`);
	return (await response.json()) as Record<string, unknown>;
}

/**
 * Creates themes, notes, criteria and readiness answers of an invented explorer through REST, so
 * that outreach is open.
 * @returns ids of the themes
 */
export async function fillClarity(send: Send): Promise<string[]> {
	const ids: string[] = [];
	for (const { title, ...words } of themes) {
		const { id } = await done(send, 'POST', '/themes', { title });
		await done(send, 'PATCH', `/themes/${String(id)}`, words);
		ids.push(String(id));
	}
	for (const [kind, texts] of Object.entries(notes)) {
		for (const text of texts) await done(send, 'POST', '/self-notes', { kind, text });
	}
	for (const { text, dealBreaker } of criteria) {
		const { id } = await done(send, 'POST', '/criteria', { text });
		if (dealBreaker) await done(send, 'PUT', `/criteria/${String(id)}/deal-breaker`, {});
	}
	await done(send, 'POST', '/options', { text: 'Opening a bakery' });
	await done(send, 'POST', '/readiness/answers', { ...answers, confidence: 2 });
	return ids;
}

/**
 * Creates a theme and an interview about it with a new person; nothing is prepared.
 * @returns id of the interview
 */
export async function planInterview(send: Send, name: string): Promise<string> {
	const theme = await done(send, 'POST', '/themes', { title: 'Magazine editing' });
	const person = await done(send, 'POST', '/people', { name, position: 'Copy chief' });
	const planned = await done(send, 'POST', '/interviews', {
		personId: person.id,
		themeId: theme.id,
		channel: 'network',
		connection: 'Karin Ekblad thought we should meet'
	});
	return String(planned.id);
}

const people = [
	['Joan Whitcombe', 'Copy chief', 'Harbour & Field', 'Toronto'],
	['Henrik Gren', 'Art director', 'Freelance', 'Gothenburg'],
	['Ruth Ellery', 'Sub-editor', 'The Moorland Review', 'Leeds'],
	['Graça Monteverde', 'School counsellor', 'Escola do Mirante', 'Lisbon'],
	['Owen Castellan', 'Technical writer', 'Larkspur Instruments', 'Toronto'],
	['Saoirse Mulkearn', 'Sub-editor', 'The Moorland Review', 'Leeds'],
	['Karin Ekblad', 'Finance lead', 'Sävra Freight', 'Gothenburg'],
	['Gustav Palmér', 'Printer’s representative', 'Palmér Tryck', 'Gothenburg'],
	['李明', 'Editor', '远山杂志', '上海'],
	['Ирина Соколова', 'Technical writer', 'Северный Ветер', 'Riga']
] as const;

export interface Season {
	themeIds: string[];
	personIds: string[];
	/** planned, not yet asked, with goal and source */
	prepared: string;
	/** asked and waiting */
	asked: string[];
}

function request(partner: string): { subject: string; body: string } {
	return {
		subject: 'Fifteen minutes about your work',
		body: `Hello ${partner.split(' ')[0] ?? partner},\n\nKarin Ekblad thought we should meet; she told me how you look after your writers, and your note on the corrections page is why I am writing to you. You have done this work for years, and I am finding out what it is really like before I change anything.\n\nWould you have 15 minutes by phone in the week of 30 November? I would like to hear what your ordinary closing week looks like and what the worst of it is. I am not asking for a job. I will fit around your day.\n\nMara Lindqvist`
	};
}

/** Creates people, interviews at several stages, goals, sources, and requests that wait. */
export async function fillSeason(send: Send): Promise<Season> {
	const themeIds = await fillClarity(send);
	const personIds: string[] = [];
	for (const [name, position, company, place] of people) {
		personIds.push(
			String((await done(send, 'POST', '/people', { name, position, company, place })).id)
		);
	}
	const plan = async (person: number, theme: number): Promise<string> =>
		String(
			(
				await done(send, 'POST', '/interviews', {
					personId: personIds[person],
					themeId: themeIds[theme],
					channel: 'network',
					connectorId: personIds[6],
					connection: 'Karin Ekblad thought we should meet'
				})
			).id
		);
	const prepare = async (id: string): Promise<void> => {
		await done(send, 'POST', `/interviews/${id}/goals`, {
			text: 'How much of a week is editing, and how much is keeping people calm'
		});
		await done(send, 'POST', `/interviews/${id}/sources`, {
			kind: 'partner',
			link: 'https://harbour-field.example/corrections',
			title: 'Corrections page',
			answers: 'They cook a recipe before they print it',
			whyYou: true
		});
	};
	const asked: string[] = [];
	for (const [person, theme] of [
		[2, 0],
		[3, 2],
		[4, 1]
	] as const) {
		const id = await plan(person, theme);
		await prepare(id);
		await done(send, 'PUT', `/interviews/${id}/messages/request`, {
			minutes: 15,
			...request(people[person][0])
		});
		await done(send, 'POST', `/interviews/${id}/messages/request/sent`, { through: 'copied' });
		asked.push(id);
	}
	const prepared = await plan(0, 0);
	await prepare(prepared);
	await plan(1, 0);
	await done(send, 'POST', `/people/${personIds[7] ?? ''}/do-not-contact`, {
		because: 'Asked not to be contacted about this'
	});
	return { themeIds, personIds, prepared, asked };
}
