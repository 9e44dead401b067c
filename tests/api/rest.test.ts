import { afterAll, beforeAll, expect, test } from 'vitest';
import { openRestApi, type RestApi } from './rest-client.ts';

let api: RestApi;
beforeAll(async () => {
	api = await openRestApi();
});
afterAll(() => api.testApp.close());

const anyId = '01938b6c-0000-7000-8000-000000000001';

test('HEAD answers as GET does, without a body', async () => {
	const head = await api.send('HEAD', '/profile');
	const get = await api.send('GET', '/profile');
	expect([head.status, head.text]).toEqual([200, '']);
	expect(head.headers.get('etag')).toBe(get.headers.get('etag'));
});

test.each([
	['/profile', 'GET, HEAD, OPTIONS, PATCH'],
	[`/interviews/${anyId}`, 'DELETE, GET, HEAD, OPTIONS, PATCH'],
	[`/interviews/${anyId}/goals`, 'OPTIONS, POST'],
	['/people/find', 'GET, HEAD, OPTIONS']
])('OPTIONS %s says which verbs it takes', async (path, allow) => {
	const answer = await api.send('OPTIONS', path, undefined, null);
	expect([answer.status, answer.headers.get('allow')]).toEqual([204, allow]);
});

test('another verb is 405 and names those that it takes; an unknown address is 404', async () => {
	const put = await api.send('PUT', '/profile', {});
	expect([put.status, put.json.status, put.headers.get('allow')]).toEqual([
		405,
		405,
		'GET, HEAD, OPTIONS, PATCH'
	]);
	expect(put.json.detail).toContain('GET, HEAD, OPTIONS, PATCH');
	for (const verb of ['GET', 'POST', 'OPTIONS', 'PROPFIND']) {
		const answer = await api.send(verb, '/nothing/here');
		expect([answer.status, answer.type]).toEqual([404, 'application/problem+json']);
	}
});

test.each([
	['text/plain', 415],
	['application/x-www-form-urlencoded', 415],
	['application/jsonp', 415],
	['application/json; charset=utf-8', 200],
	['application/vnd.imago.theme+json', 200],
	['APPLICATION/JSON', 200]
])('a body of type %s', async (type, status) => {
	const title = `Theme by ${type}`.slice(0, 60);
	const headers = { 'content-type': type };
	const answer = await api.send(
		'PUT',
		'/templates/request/direct',
		{ subject: title, body: title },
		undefined,
		headers
	);
	expect([answer.status, answer.json.code]).toEqual([
		status,
		status === 415 ? 'body.other-type' : undefined
	]);
});

test('an unknown query parameter is refused with the names of the known ones', async () => {
	const answer = await api.send('GET', '/people?word=zz');
	expect([answer.status, answer.json.code]).toEqual([422, 'query.unknown']);
	expect(answer.json.errors).toMatchObject([{ field: 'word' }]);
	expect(answer.json.detail).toContain('It takes words, themeId, cursor, limit');
	const none = await api.send('GET', '/profile?limit=5');
	expect(none.json.detail).toContain('It takes none.');
	expect((await api.send('POST', '/themes?title=x', { title: 'y' })).status).toBe(422);
	expect((await api.send('GET', `/people/${anyId}?id=${anyId}`)).status).toBe(422);
});

test('each answer has rate limit headers, and a refused one Retry-After', async () => {
	const own = await api.keyFor(['read']);
	const first = await api.send('GET', '/profile', undefined, own);
	expect(first.headers.get('ratelimit-policy')).toBe('"key";q=600;w=60');
	expect(first.headers.get('ratelimit')).toBe('"key";r=599;t=60');
	const refused = await api.send('POST', '/themes', { title: 'x' }, own);
	expect([refused.status, refused.headers.get('ratelimit')]).toEqual([403, '"key";r=598;t=60']);
	for (let count = 0; count < 598; count += 1) await api.send('GET', '/keys', undefined, own);
	const over = await api.send('GET', '/profile', undefined, own);
	expect([over.status, over.json.code]).toEqual([429, 'requests.too-many']);
	expect(over.headers.get('retry-after')).toBe('60');
	expect(over.headers.get('ratelimit')).toBe('"key";r=0;t=60');
	expect((await api.send('GET', '/profile')).status).toBe(200);
	const now = Date.parse(api.testApp.clock.now());
	api.testApp.clock.set(new Date(now + 60_000).toISOString());
	expect((await api.send('GET', '/profile', undefined, own)).status).toBe(200);
});

test('the OpenAPI document has an ETag and answers 304', async () => {
	const first = await api.send('GET', '/openapi.json', undefined, null);
	const tag = first.headers.get('etag') ?? '';
	const again = await api.send('GET', '/openapi.json', undefined, null, { 'if-none-match': tag });
	expect([first.status, again.status, again.text]).toEqual([200, 304, '']);
});
