import { request } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeKey } from '../support/key.ts';
import { startServer, type RunningServer } from '../support/server.ts';
import { firstExplorer } from '../support/visitor.ts';

/** REST on the built server, with the hooks in front of it. */
let server: RunningServer;
let key: string;
beforeAll(async () => {
	server = await startServer({ environment: { IMAGO_KEY_REQUESTS: '30' } });
	key = await makeKey(await firstExplorer(server));
});
afterAll(async () => {
	await server.stop();
});

function ask(verb: string, path: string, init: RequestInit = {}): Promise<Response> {
	return fetch(`${server.origin}/api/v1${path}`, {
		method: verb,
		...init,
		headers: { authorization: `Bearer ${key}`, ...(init.headers as Record<string, string>) }
	});
}

test('HEAD, OPTIONS and an unknown method reach the REST router', async () => {
	const head = await ask('HEAD', '/profile');
	expect([head.status, await head.text()]).toEqual([200, '']);
	expect(head.headers.get('etag')).toMatch(/^"profile\.get\?\./);
	const options = await ask('OPTIONS', '/profile');
	expect([options.status, options.headers.get('allow')]).toEqual([
		204,
		'GET, HEAD, OPTIONS, PATCH'
	]);
	const other = await ask('PROPFIND', '/profile');
	expect([other.status, other.headers.get('content-type')]).toEqual([
		405,
		'application/problem+json'
	]);
});

test('a known ETag is a 304, and answers may be cached with revalidation', async () => {
	const first = await ask('GET', '/profile');
	expect(first.headers.get('cache-control')).toBe('private, no-cache');
	const etag = first.headers.get('etag') ?? '';
	const again = await ask('GET', '/profile', { headers: { 'if-none-match': etag } });
	expect([again.status, again.headers.get('etag'), await again.text()]).toEqual([304, etag, '']);
});

test.each(['/api/v1/people', '/mcp'])(
	'a body that is nested too deeply is refused with 413 (%s)',
	async (path) => {
		for (const depth of [60, 20_000]) {
			for (const extra of [{}, { 'idempotency-key': `deep ${String(depth)}` }]) {
				const answer = await fetch(server.origin + path, {
					method: 'POST',
					headers: {
						authorization: `Bearer ${key}`,
						'content-type': 'application/json',
						accept: 'application/json, text/event-stream',
						...extra
					},
					body: `{"name":${'['.repeat(depth)}${']'.repeat(depth)}}`
				});
				expect([depth, answer.status]).toEqual([depth, 413]);
				expect(await answer.text()).toContain('Nothing was changed');
			}
		}
	}
);

test('a body that is too long or has no Content-Length is refused with problem+json', async () => {
	const headers = { 'content-type': 'application/json' };
	const long = await ask('POST', '/people', { headers, body: 'x'.repeat(1_200_000) });
	expect([long.status, long.headers.get('content-type')]).toEqual([
		413,
		'application/problem+json'
	]);
	expect(await long.json()).toMatchObject({ status: 413, code: 'body.too-large' });
	const chunked = await new Promise<{ status: number | undefined; text: string }>((resolve) => {
		const sent = request(
			`${server.origin}/api/v1/people`,
			{ method: 'POST', headers: { ...headers, authorization: `Bearer ${key}` } },
			(response) => {
				let text = '';
				response.on('data', (chunk: Buffer) => (text += chunk.toString()));
				response.on('end', () => resolve({ status: response.statusCode, text }));
			}
		);
		sent.write('{"name":');
		sent.end('"Joan"}');
	});
	expect([chunked.status, JSON.parse(chunked.text)]).toMatchObject([
		411,
		{ code: 'body.no-length' }
	]);
});

test('concurrent requests with one idempotency key are done once', async () => {
	const body = JSON.stringify({ name: 'Joan Whitcombe' });
	const headers = { 'content-type': 'application/json', 'idempotency-key': 'at once' };
	const answers = await Promise.all(
		Array.from({ length: 8 }, () => ask('POST', '/people', { headers, body }))
	);
	expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
	const texts = await Promise.all(answers.map((answer) => answer.text()));
	expect(new Set(texts).size).toBe(1);
	const { people } = (await (await ask('GET', '/people')).json()) as { people: unknown[] };
	expect(people).toHaveLength(1);
});

test('beyond the rate limit that the host sets a key gets 429 with Retry-After', async () => {
	let answer = await ask('GET', '/keys');
	for (let tries = 0; tries < 30 && answer.status === 200; tries += 1) {
		answer = await ask('GET', '/keys');
	}
	expect(answer.status).toBe(429);
	expect(answer.headers.get('ratelimit-policy')).toBe('"key";q=30;w=60');
	expect(answer.headers.get('ratelimit')).toMatch(/^"key";r=0;t=\d+$/);
	expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
	expect((await ask('OPTIONS', '/keys')).status).toBe(204);
});
