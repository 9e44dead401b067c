import { afterAll, beforeAll, expect, test } from 'vitest';
import { operations } from '#surfaces/registry.server.ts';
import { openRestApi, type Answer, type RestApi } from './rest-client.ts';

let api: RestApi;
let personId: string;
let themeId: string;
let interviewId: string;
beforeAll(async () => {
	api = await openRestApi();
	personId = await made('/people', { name: 'Joan Whitcombe' });
	themeId = await made('/themes', { title: 'Magazine editing' });
	interviewId = await made('/interviews', { personId, themeId, channel: 'direct' });
});
afterAll(() => api.testApp.close());

async function made(path: string, body: unknown): Promise<string> {
	return String((await api.send('POST', path, body)).json.id);
}

function ask(verb: string, path: string, headers: Record<string, string>, body?: unknown) {
	return api.send(verb, path, body, undefined, headers);
}

async function tagOf(path: string): Promise<string> {
	const tag = (await api.send('GET', path)).headers.get('etag');
	expect(tag).toMatch(/^"[!#-~]+"$/);
	return tag ?? '';
}

const rename = (company: string, headers: Record<string, string>): Promise<Answer> =>
	ask('PATCH', `/people/${personId}`, headers, { company });

test('a read whose ETag is known is a 304', async () => {
	const path = `/people/${personId}`;
	const tag = await tagOf(path);
	const known = await ask('GET', path, { 'if-none-match': `"other", W/${tag}` });
	expect([known.status, known.text, known.headers.get('etag')]).toEqual([304, '', tag]);
	expect((await ask('GET', path, { 'if-none-match': '*' })).status).toBe(304);
	await rename('Fjord', {});
	const after = await ask('GET', path, { 'if-none-match': tag });
	expect(after.status).toBe(200);
	expect(after.headers.get('etag')).not.toBe(tag);
	expect((await ask('GET', path, { 'if-match': tag })).status).toBe(412);
});

test('a write with If-Match succeeds only while the ETag matches', async () => {
	const tag = await tagOf(`/people/${personId}`);
	expect((await rename('First', { 'if-match': tag })).status).toBe(200);
	const late = await rename('Second', { 'if-match': tag });
	expect([late.status, late.json.code, late.type]).toEqual([
		412,
		'if-match.changed',
		'application/problem+json'
	]);
	const { json } = await api.send('GET', `/people/${personId}`);
	expect(JSON.stringify(json)).toContain('First');
});

test('the ETag of any read can guard any write: a goal by its interview', async () => {
	const path = `/interviews/${interviewId}`;
	const goalId = await made(`${path}/goals`, { text: 'What a day is like' });
	const etag = await tagOf(path);
	const change = (text: string) => ask('PATCH', `/goals/${goalId}`, { 'if-match': etag }, { text });
	expect((await change('What an evening is like')).status).toBe(200);
	expect((await change('What a night is like')).status).toBe(412);
});

test('the ETag of a list with a query can guard a write', async () => {
	const etag = await tagOf('/people?words=Whitcombe&limit=10');
	await made('/people', { name: 'Somebody Else' });
	expect((await rename('Third', { 'if-match': etag })).status).toBe(200);
	expect((await rename('Fourth', { 'if-match': etag })).status).toBe(412);
});

test('one matching ETag of several is enough; * requires only existence', async () => {
	const tag = await tagOf(`/people/${personId}`);
	expect((await rename('Fifth', { 'if-match': `"gone", ${tag}` })).status).toBe(200);
	expect((await rename('Sixth', { 'if-match': '*' })).status).toBe(200);
	const gone = '/people/01938b6c-0000-7000-8000-000000000001';
	expect((await ask('PATCH', gone, { 'if-match': '*' }, { company: 'x' })).status).toBe(404);
});

test('of concurrent writes with the same ETag only one succeeds', async () => {
	const tag = await tagOf(`/people/${personId}`);
	const answers = await Promise.all(
		['A', 'B', 'C'].map((each) => rename(each, { 'if-match': tag }))
	);
	expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412]);
});

test('a weak, forged or foreign ETag matches nothing', async () => {
	const strangerKey = await api.keyFor(['read', 'write'], await api.testApp.another('Iris Vale'));
	const tag = await tagOf(`/people/${personId}`);
	const foreign = await api.send('POST', '/themes', { title: 'x' }, strangerKey, {
		'if-match': tag
	});
	expect(foreign.status).toBe(412);
	for (const other of ['"x"', `W/${tag}`, tag.replace('people.get', 'people.forget')]) {
		expect((await rename('Never', { 'if-match': other })).status).toBe(412);
	}
});

test('a key without the effect read cannot use If-Match', async () => {
	const writer = await api.keyFor(['write']);
	const tag = await tagOf(`/people/${personId}`);
	const body = { company: 'Never' };
	const answer = await api.send('PATCH', `/people/${personId}`, body, writer, { 'if-match': tag });
	expect(answer.status).toBe(412);
});

test('a repeated request is answered from the stored answer, before If-Match is checked', async () => {
	const headers = {
		'if-match': await tagOf(`/people/${personId}`),
		'idempotency-key': 'with a condition'
	};
	expect((await rename('Once', headers)).status).toBe(200);
	const again = await rename('Once', headers);
	expect([again.status, again.headers.get('idempotency-replayed')]).toEqual([200, 'true']);
});

test('a malformed If-Match and an If-None-Match on a write are refused', async () => {
	expect((await rename('x', { 'if-match': 'abc' })).json.code).toBe('if-match.unreadable');
	expect((await rename('x', { 'if-none-match': '*' })).json.code).toBe(
		'if-none-match.only-reading'
	);
});

test('the ETag of every read is the same a second later', async () => {
	const reads = operations.filter(({ http }) => http.verb === 'GET' && !http.path.includes('{'));
	for (const { http, example } of reads) {
		const query = new URLSearchParams(example as Record<string, string>).toString();
		const path = query ? `${http.path}?${query}` : http.path;
		const tag = (await api.send('GET', path)).headers.get('etag');
		const now = Date.parse(api.testApp.clock.now());
		api.testApp.clock.set(new Date(now + 1000).toISOString());
		const after = (await api.send('GET', path)).headers.get('etag');
		expect([path, after]).toEqual([path, tag]);
	}
});
