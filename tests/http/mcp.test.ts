import { request } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeKey } from '../support/key.ts';
import { connect, use } from '../support/mcp.ts';
import { startServer, type RunningServer } from '../support/server.ts';
import { firstExplorer, type Visitor } from '../support/visitor.ts';

/** MCP on the built server, with the hooks and the Host check in front of it. */
let server: RunningServer;
let mara: Visitor;
let key: string;
beforeAll(async () => {
	server = await startServer();
	mara = await firstExplorer(server);
	key = await makeKey(mara, ['read', 'draft']);
});
afterAll(() => server.stop());

test('the official client reads and drafts, in the older and the newer revision', async () => {
	for (const revision of ['older', '2026-07-28'] as const) {
		const client = await connect(`${server.origin}/mcp`, key, revision);
		expect((await client.listTools()).tools.length).toBeGreaterThan(35);
		expect((await use(client, 'profile_get')).value).toMatchObject({ name: 'Mara Lindqvist' });
		const draft = await use(client, 'messages_draft', {
			interviewId: '01938b6c-0000-7000-8000-000000000001'
		});
		expect(draft.code).toBe('interview.missing');
		await client.close();
	}
});

test('a session cookie is ignored, with a key or without', async () => {
	const ping = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'ping' });
	const headers = {
		'content-type': 'application/json',
		accept: 'application/json, text/event-stream'
	};
	const bare = await mara.fetch('/mcp', { method: 'POST', body: ping, headers });
	expect(bare.status).toBe(401);
	expect(bare.headers.get('www-authenticate')).toMatch(/^Bearer/);
	const both = await mara.fetch('/mcp', {
		method: 'POST',
		body: ping,
		headers: { ...headers, authorization: `Bearer ${key}` }
	});
	expect(both.status).toBe(200);
	expect(both.headers.getSetCookie()).toEqual([]);
	expect(both.headers.get('x-content-type-options')).toBe('nosniff');
	expect(both.headers.get('cache-control')).toContain('no-store');
});

test('GET and DELETE are 405, more than 1 MB is 413, a foreign Host is 421', async () => {
	for (const method of ['GET', 'DELETE']) {
		const answer = await fetch(`${server.origin}/mcp`, { method });
		expect([method, answer.status, answer.headers.get('allow')]).toEqual([method, 405, 'POST']);
	}
	const big = await fetch(`${server.origin}/mcp`, {
		method: 'POST',
		body: 'x'.repeat(1_100_000),
		headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` }
	});
	expect(big.status).toBe(413);
	const { port } = new URL(server.origin);
	const status = await new Promise((resolve) => {
		const headers = { host: `evil.example:${port}`, authorization: `Bearer ${key}` };
		request({ host: '127.0.0.1', port, path: '/mcp', method: 'POST', headers }, (answer) => {
			answer.resume();
			resolve(answer.statusCode);
		}).end();
	});
	expect(status).toBe(421);
});

test('a foreign Origin is refused, also with a key', async () => {
	const answer = await fetch(`${server.origin}/mcp`, {
		method: 'POST',
		body: '{}',
		headers: {
			'content-type': 'application/json',
			authorization: `Bearer ${key}`,
			origin: 'https://evil.example'
		}
	});
	expect(answer.status).toBe(403);
});
