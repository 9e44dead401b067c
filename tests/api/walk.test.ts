import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { projectRoot } from '#server/project-root.ts';
import { connectionsCsv } from '../support/connections.ts';
import { openRestApi, type Answer, type RestApi } from './rest-client.ts';

/**
 * The first half of the method by a client that knows only the OpenAPI document: operations by their ids,
 * paths and verbs from the document.
 */
interface Described {
	paths: Record<string, Record<string, { operationId: string }>>;
}
const document = JSON.parse(
	readFileSync(join(projectRoot, 'docs/openapi.json'), 'utf8')
) as Described;
const routes = new Map(
	Object.entries(document.paths).flatMap(([path, verbs]) =>
		Object.entries(verbs).map(([verb, { operationId }]) => [
			operationId,
			{ path, verb: verb.toUpperCase() }
		])
	)
);

let api: RestApi;
beforeAll(async () => {
	api = await openRestApi();
});
afterAll(() => api.testApp.close());

async function ask(operationId: string, input: Record<string, unknown> = {}): Promise<Answer> {
	const route = routes.get(operationId);
	if (!route) throw new Error(`${operationId} is not in the document`);
	const inPath = new Set([...route.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name));
	const path = route.path.replace(/\{(\w+)\}/g, (_, name: string) =>
		encodeURIComponent(String(input[name]))
	);
	const rest = Object.fromEntries(Object.entries(input).filter(([name]) => !inPath.has(name)));
	if (route.verb === 'GET' || route.verb === 'DELETE') {
		const query = new URLSearchParams(
			Object.entries(rest).map(([name, value]) => [name, String(value)])
		);
		return api.send(route.verb, query.size > 0 ? `${path}?${query}` : path);
	}
	return api.send(route.verb, path, rest);
}

async function done(
	operationId: string,
	input: Record<string, unknown> = {}
): Promise<Record<string, unknown>> {
	const answer = await ask(operationId, input);
	expect([operationId, answer.status, answer.status === 200 ? '' : answer.text]).toEqual([
		operationId,
		200,
		''
	]);
	return answer.json;
}

test('clarity, import, person, interview, brief, request, Today', async () => {
	const { id: themeId } = await done('themes.open', { title: 'Magazine editing' });
	await done('themes.describe', {
		id: themeId,
		activity: 'Choose and shape other people’s stories',
		setting: 'A small office, with writers and one art director',
		pull: 'I rewrite the menu in every restaurant'
	});
	for (const kind of ['strength', 'value', 'interest']) {
		for (const text of ['one', 'two', 'three'])
			await done('selfNotes.add', { kind, text: `${kind} ${text}` });
	}
	for (const text of ['Working with words', 'Steady income', 'Staying in Gothenburg']) {
		await done('criteria.add', { text });
	}
	await done('criteria.sayNoDealBreaker');
	await done('readiness.answer', {
		clarity: 4,
		satisfaction: 4,
		fear: 2,
		pressure: 2,
		confidence: 4
	});
	const clarity = await done('clarity.get');
	expect(JSON.stringify(clarity)).toMatch(/"verdict":"(ready|almost)"/);

	const read = await done('imports.read', {
		fileName: 'Connections.csv',
		encoding: 'text',
		content: connectionsCsv({ rows: 300, seed: 7, preamble: true })
	});
	await api.testApp.settle();
	await done('imports.commit', { id: read.id });
	await api.testApp.settle();
	const listed = await done('people.list', {});
	const [person] = listed.people as { id: string; name: string }[];
	expect(person).toBeDefined();

	const { id } = await done('interviews.plan', {
		personId: person?.id,
		themeId,
		channel: 'direct',
		connection: 'Your note on the corrections page'
	});
	const tooEarly = await ask('messages.markSent', {
		interviewId: id,
		purpose: 'request',
		through: 'copied'
	});
	expect(tooEarly.status).toBeGreaterThanOrEqual(400);
	await done('goals.add', { interviewId: id, text: 'How much of a week is editing' });
	await done('sources.add', {
		interviewId: id,
		kind: 'partner',
		link: 'https://harbour-field.example/corrections',
		title: 'Corrections page',
		answers: 'They cook a recipe before they print it',
		whyYou: true
	});
	await done('messages.write', {
		interviewId: id,
		purpose: 'request',
		minutes: 15,
		subject: 'Fifteen minutes about copy editing',
		body: 'Hello Joan,\n\nYour note on the corrections page, about cooking a recipe before you print it, is why I am writing to you. You have edited a magazine for years, and I am finding out what that work is really like before I change anything.\n\nWould you have 15 minutes by phone in the week of 30 November? I would like to hear what your ordinary closing week looks like and what the worst of it is. I am not asking for a job. I will fit around your day.\n\nMara Lindqvist'
	});
	const sent = await done('messages.markSent', {
		interviewId: id,
		purpose: 'request',
		through: 'copied'
	});
	expect(JSON.stringify(sent)).toContain('2026-12-02');

	const today = await done('today.facts');
	expect(JSON.stringify(today)).toContain('"waiting":1');
	const thread = await done('interviews.get', { id });
	expect(JSON.stringify(thread)).toContain('2026-12-02');
});
