import { z } from 'zod';
import type { Program } from './program.ts';
import { titles } from './titles.ts';

const made = z.object({ id: z.string() });
const page = z.object({
	people: z.array(z.object({ id: z.string() })),
	nextCursor: z.string().nullable()
});

export interface Season {
	themeId: string;
	/** id of an interview that is prepared, with goals and sources */
	interviewId: string;
	/** id of an interview that was held and thanked for, with insights */
	heldId: string;
}

/** Requests that wait for an answer; method.md 3 allows five. */
const asked = 5;
/** Interviews that are prepared; those that are neither asked, prepared nor held are closed. */
const prepared = 15;

/** Interviews that were held and thanked for, each with insights. */
const held = 40;
const insightsEach = 25;
const criteria = [
	'Working with words',
	'Time with one person',
	'Steady income',
	'A way in',
	'Home'
];

const message = {
	subject: 'Fifteen minutes about magazine editing',
	body: `Hello,

I am exploring magazine editing, and I thought of you because you wrote that you cook a recipe before you print it.

Would you have 15 minutes for me by phone, in the next two weeks? I would love to hear what an ordinary closing week looks like.

I am not asking for a job, only to learn from what you know. If it does not suit you, a short no is perfectly fine.

Kind regards,
Mara Lindqvist`
};

async function peopleIds(program: Program, count: number): Promise<string[]> {
	const ids: string[] = [];
	let cursor = '';
	do {
		const found = page.parse(await program.ask('GET', `/people?limit=100${cursor}`));
		ids.push(...found.people.map((person) => person.id));
		cursor = found.nextCursor ? `&cursor=${encodeURIComponent(found.nextCursor)}` : '';
	} while (cursor && ids.length < count);
	return ids.slice(0, count);
}

async function openTheme(program: Program): Promise<string> {
	const { id } = made.parse(await program.ask('POST', '/themes', { title: 'Magazine editing' }));
	await program.ask('PATCH', `/themes/${id}`, {
		activity: 'Choosing and shaping what others write',
		setting: 'A small office, with writers and one art director',
		pull: 'Words that many people read',
		titles: titles.join(', ')
	});
	for (const kind of ['strength', 'value', 'interest']) {
		for (const rank of [1, 2, 3]) {
			await program.ask('POST', '/self-notes', { kind, text: `${kind} ${rank}` });
		}
	}
	return id;
}

async function prepare(program: Program, interviewId: string): Promise<void> {
	for (const text of ['What an ordinary closing week looks like', 'How people get in today']) {
		await program.ask('POST', `/interviews/${interviewId}/goals`, { text });
	}
	for (const kind of ['partner', 'field']) {
		await program.ask('POST', `/interviews/${interviewId}/sources`, {
			kind,
			link: `harbour-field.example/${kind}`,
			answers: 'You cook a recipe before you print it'
		});
	}
}

async function nameCriteria(program: Program): Promise<string[]> {
	const ids: string[] = [];
	for (const text of criteria) {
		ids.push(made.parse(await program.ask('POST', '/criteria', { text })).id);
	}
	return ids;
}

/** Records a talk some days ago, its insights and the thank-you. */
async function hold(
	program: Program,
	interviewId: string,
	daysAgo: number,
	criterionIds: readonly string[]
): Promise<void> {
	const day = new Date(Date.now() - daysAgo * 86_400_000).toISOString().slice(0, 10);
	const path = `/interviews/${interviewId}`;
	await program.ask('POST', `${path}/talk/held`, { day, time: '10:00', minutes: 15 });
	for (let index = 0; index < insightsEach; index += 1) {
		await program.ask('POST', `${path}/insights`, {
			text: `What an ordinary week looks like, part ${index + 1}`,
			words: index % 3 === 0 ? 'You touch every sentence twice' : '',
			aspect: 'day-to-day',
			stance: (['for', 'between', 'against'] as const)[index % 3],
			strength: (index % 3) + 1,
			criterionId: index % 2 === 0 ? criterionIds[index % criterionIds.length] : null
		});
	}
	await program.ask('POST', `${path}/messages/thank-you/sent`, {
		through: 'copied',
		subject: 'Thank you',
		body: 'You said that you touch every sentence twice, and that changes what I will ask next. Thank you for your time.'
	});
}

/**
 * Creates a theme and interviews over REST: a few wait, a few are prepared, some were held, most are
 * closed.
 */
export async function makeSeason(program: Program, interviews: number): Promise<Season> {
	const themeId = await openTheme(program);
	const criterionIds = await nameCriteria(program);
	const ids: string[] = [];
	for (const personId of await peopleIds(program, interviews)) {
		const body = { personId, themeId, channel: 'network', connection: 'From my address book' };
		const { id } = made.parse(await program.ask('POST', '/interviews', body));
		ids.push(id);
		const at = ids.length;
		if (at <= asked + prepared) await prepare(program, id);
		else if (at <= asked + prepared + held)
			await hold(program, id, at - asked - prepared, criterionIds);
		else await program.ask('POST', `/interviews/${id}/close`, { reason: 'not-now' });
		if (at > asked) continue;
		const sent = `/interviews/${id}/messages/request/sent`;
		await program.ask('POST', sent, { through: 'copied', ...message });
	}
	return { themeId, interviewId: ids[asked]!, heldId: ids[asked + prepared]! };
}
