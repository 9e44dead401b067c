import type { Page } from '@playwright/test';
import { programWith } from '../support/key.ts';
import { expect, test } from './fixtures.ts';

/** A text that takes this many seconds to read aloud, at 150 words per minute (method 5). */
function spoken(seconds: number, about: string): string {
	const words = `${about} took a quiet hour with the writers and the art director before the pages closed`;
	const all = words.split(' ');
	return Array.from(
		{ length: (seconds * 150) / 60 },
		(_, index) => all[index % all.length] ?? ''
	).join(' ');
}

const goals = [
	'How much of a week is editing, and how much is keeping people calm',
	'Whether somebody of 38 can begin without a year of unpaid work',
	'What the people who left the desk after ten years went on to do'
];
const sources = [
	[
		'partner',
		'Essay of 2025',
		'Why they left daily news, and what they missed in the first winter'
	],
	['organization', 'Masthead', 'Two editors, four freelancers, no interns, eleven people in all'],
	[
		'field',
		'Survey of magazine pay',
		'The range for editors in the first five years, so no need to ask'
	],
	[
		'field',
		'Talk at the guild',
		'How a quarterly plans its four issues, and who decides on the cover'
	]
] as const;
const ownQuestions = [
	'Which issue nearly did not appear, and what did you do in the week before?',
	'When did you last change your mind about a text after it was printed?',
	'What did the writers thank you for last year, when they thanked you at all?'
];
const script = spoken(60, 'Beginning');
const answers = [45, 45, 45, 45].map((seconds, index) => spoken(seconds, `Answer ${index + 1}`));
const strengths = ['Getting shy people to talk', 'Plain words'];
const use = 'Leave silence after the second question, and repeat their own words back once';

type Send = (verb: string, path: string, body?: unknown) => Promise<Record<string, unknown>>;

async function sendingAs(mara: Page, origin: string): Promise<Send> {
	const fields = new URLSearchParams({ name: 'Print' });
	for (const effect of ['read', 'draft', 'write']) fields.append('effects', effect);
	const response = await mara.request.post(`${origin}/settings?/addKey`, {
		headers: {
			'content-type': 'application/x-www-form-urlencoded',
			'sec-fetch-site': 'same-origin',
			accept: 'text/html'
		},
		data: fields.toString()
	});
	const key = /imago_[A-Za-z0-9_-]{43}/.exec(await response.text())?.[0] ?? '';
	const send = programWith(origin, key);
	return async (verb, path, body) => {
		const answer = await send(verb, path, body);
		expect(answer.ok, `${verb} ${path}`).toBe(true);
		return (await answer.json()) as Record<string, unknown>;
	};
}

/** Fills a brief as far as the method allows: 20 minutes, every part at its maximum length. */
async function fillBrief(send: Send): Promise<string> {
	const theme = await send('POST', '/themes', { title: 'Magazine editing' });
	const person = await send('POST', '/people', {
		name: 'Inês Falcato',
		position: 'Deputy editor',
		company: 'Maré Alta, a quarterly with eleven people',
		place: 'Lisbon'
	});
	const { id } = await send('POST', '/interviews', {
		personId: person.id,
		themeId: theme.id,
		channel: 'network'
	});
	const interview = `/interviews/${String(id)}`;
	for (const text of goals) await send('POST', `${interview}/goals`, { text });
	for (const [kind, title, covered] of sources) {
		const link = 'https://mare-alta.example/';
		await send('POST', `${interview}/sources`, { kind, title, link, answers: covered });
	}
	await send('POST', `${interview}/messages/draft`, { purpose: 'request', minutes: 20 });
	for (const text of ownQuestions) await send('POST', `${interview}/questions`, { text });
	await send('PUT', `${interview}/script`, { text: script });
	await send('POST', `${interview}/prepared-answers`, {
		question: 'How long would you give yourself to find out?'
	});
	const brief = await send('GET', `${interview}/brief`);
	for (const [index, answer] of (brief.answers as { id: string }[]).entries()) {
		await send('PUT', `${interview}/prepared-answers/${answer.id}`, { text: answers[index] });
	}
	for (const text of strengths) {
		const note = await send('POST', '/self-notes', { kind: 'strength', text });
		await send('POST', `${interview}/strengths/${String(note.id)}`);
	}
	await send('PUT', `${interview}/strengths`, { text: use });
	const full = await send('GET', `${interview}/brief`);
	expect(full.progress).toBe('6 of 6 parts done for the conversation');
	expect(
		(full.questions as { state: string }[]).filter(({ state }) => state === 'fitting')
	).toHaveLength(8);
	return `${interview}/prepare`;
}

test('a full brief is one printed page, on A4 and on Letter, and loses no text', async ({
	mara,
	server
}) => {
	const path = await fillBrief(await sendingAs(mara, server.origin));
	await mara.goto(server.origin + path);
	await expect(
		mara.getByRole('heading', { name: 'Questions: eight fit in 20 minutes' })
	).toBeVisible();
	for (const format of ['A4', 'Letter'] as const) {
		const pdf = (await mara.pdf({ format })).toString('latin1');
		expect([format, pdf.match(/\/Type\s*\/Page\b/g)?.length]).toEqual([format, 1]);
	}
	await mara.emulateMedia({ media: 'print' });
	const printed = await mara.getByRole('article', { name: 'The brief' }).innerText();
	const texts = [
		...goals,
		...sources.map(([, , covered]) => covered),
		...ownQuestions,
		script,
		...answers
	];
	for (const text of [...texts, ...strengths, use]) expect(printed).toContain(text);
	const controls = mara.locator('button, summary, input, textarea, .button');
	await expect(controls.locator('visible=true')).toHaveCount(0);
});
