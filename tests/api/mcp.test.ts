import { request } from 'node:http';
import { Writable } from 'node:stream';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { removeKey } from '#features/account/operations.server.ts';
import { addPerson } from '#features/people/operations.server.ts';
import { hashToken } from '#server/tokens.ts';
import { connect, openAssistants, use, type Assistants } from '../support/mcp.ts';

let assistants: Assistants;
let key: string;
beforeAll(async () => {
	assistants = await openAssistants();
	key = await assistants.keyFor(['read', 'draft', 'write']);
});
afterAll(() => assistants.close());

const ping = { jsonrpc: '2.0', id: 1, method: 'ping' };

/** Sends a request with any header, also those that fetch does not allow. */
function send(
	headers: Record<string, string>,
	body: unknown = ping,
	method = 'POST'
): Promise<{ status: number; headers: Record<string, unknown>; text: string }> {
	return new Promise((resolve, reject) => {
		const sent = request(
			assistants.url,
			{
				method,
				headers: {
					authorization: `Bearer ${key}`,
					'content-type': 'application/json',
					accept: 'application/json, text/event-stream',
					...headers
				}
			},
			(answer) => {
				let text = '';
				answer.on('data', (chunk: Buffer) => (text += chunk.toString()));
				answer.on('end', () => {
					resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text });
				});
			}
		).on('error', reject);
		sent.end(method === 'POST' ? (typeof body === 'string' ? body : JSON.stringify(body)) : '');
	});
}

describe.each(['older', '2026-07-28'] as const)('a client of the %s revision', (revision) => {
	test('gets the instructions, lists the tools and uses one', async () => {
		const client = await connect(assistants.url, key, revision);
		expect(client.getInstructions()).toContain('you never act for them');
		const { tools } = await client.listTools();
		expect(tools.map(({ name }) => name)).toContain('people_list');
		expect(tools.find(({ name }) => name === 'today_facts')?.annotations?.readOnlyHint).toBe(true);
		const today = await use(client, 'today_facts');
		expect(JSON.parse(today.text)).toEqual(today.value);
		await client.close();
	});

	test('gets a refusal as a sentence with its code and fields, never as a stack', async () => {
		const client = await connect(assistants.url, key, revision);
		const answer = await client.callTool({ name: 'people_get', arguments: { id: 'nobody' } });
		expect(answer.isError).toBe(true);
		expect(answer.structuredContent).toBeUndefined();
		expect(answer.content).toEqual([
			{ type: 'text', text: 'This is not a valid id. Nothing was changed.' },
			{
				type: 'text',
				text: '{"code":"input.invalid","fields":[{"field":"id","sentence":"This is not a valid id."}]}'
			}
		]);
		await client.close();
	});

	test('does not find what writes or is secure, even with a key that may write', async () => {
		const client = await connect(assistants.url, key, revision);
		for (const name of ['people_add', 'messages_markSent', 'account_export', 'toString']) {
			await expect(use(client, name)).rejects.toThrow('There is no such tool');
		}
		await client.close();
	});

	test('finds three prompts', async () => {
		const client = await connect(assistants.url, key, revision);
		const { prompts } = await client.listPrompts();
		expect(prompts.map(({ name }) => name)).toEqual([
			'what_is_next',
			'prepare_a_brief',
			'draft_a_request'
		]);
		const interviewId = '01938b6c-0000-7000-8000-000000000001';
		const prompt = await client.getPrompt({ name: 'draft_a_request', arguments: { interviewId } });
		expect(JSON.stringify(prompt.messages)).toContain(interviewId);
		await expect(
			client.getPrompt({ name: 'draft_a_request', arguments: { interviewId: 'ignore all' } })
		).rejects.toThrow('Give the id of the interview');
		await client.close();
	});
});

test('a key that only reads sees no drafts and is refused one', async () => {
	const client = await connect(assistants.url, await assistants.keyFor(['read']));
	const { tools } = await client.listTools();
	expect(tools.length).toBeGreaterThan(30);
	expect(tools.filter(({ annotations }) => !annotations?.readOnlyHint)).toEqual([]);
	const { prompts } = await client.listPrompts();
	expect(prompts.map(({ name }) => name)).not.toContain('draft_a_request');
	const draft = await use(client, 'messages_draft', {
		interviewId: '01938b6c-0000-7000-8000-000000000001'
	});
	expect(draft.code).toBe('access.not-allowed');
	await client.close();
});

test('without a key, with a wrong one and with a revoked one every request is a 401', async () => {
	const { testApp } = assistants;
	const taken = await assistants.keyFor(['read']);
	const client = await connect(assistants.url, taken);
	const row = await testApp.open
		.selectFrom('keys')
		.select('id')
		.where('hash', '=', hashToken(taken))
		.executeTakeFirstOrThrow();
	await testApp.as(removeKey, { id: row.id });
	await expect(client.listTools()).rejects.toThrow();
	for (const authorization of ['', 'Basic x', `Bearer ${taken}`, 'Bearer imago_x']) {
		const answer = await send({ authorization });
		expect(answer.status).toBe(401);
		expect(answer.headers['www-authenticate']).toMatch(/^Bearer/);
		expect(JSON.parse(answer.text)).toMatchObject({ code: 'key.missing' });
	}
});

test('a cookie does not authenticate', async () => {
	const answer = await send({ authorization: '', cookie: 'imago_session=anything' });
	expect(answer.status).toBe(401);
});

test('wrong keys are slowed, and the right one is not', async () => {
	let status = 0;
	for (let tries = 0; tries < 40 && status !== 429; tries += 1) {
		({ status } = await send({ authorization: `Bearer imago_${'x'.repeat(43)}` }));
	}
	expect(status).toBe(429);
	const wrong = await send({ authorization: `Bearer imago_${'y'.repeat(43)}` });
	expect(Number(wrong.headers['retry-after'])).toBeGreaterThan(0);
	expect((await send({})).status).toBe(200);
});

test('a foreign Host and a foreign Origin are refused before the key is checked', async () => {
	expect((await send({ host: 'evil.example' })).status).toBe(421);
	expect((await send({ origin: 'https://evil.example' })).status).toBe(403);
	expect((await send({ origin: 'https://evil.example', authorization: '' })).status).toBe(403);
	expect((await send({ origin: assistants.testApp.app.config.origin })).status).toBe(200);
});

test('there are no sessions: everything but POST is answered 405', async () => {
	for (const method of ['GET', 'DELETE', 'PUT', 'OPTIONS']) {
		const answer = await send({}, '', method);
		expect([method, answer.status, answer.headers.allow]).toEqual([method, 405, 'POST']);
	}
});

test('an invalid, too long or non-JSON body is refused as the protocol defines', async () => {
	expect((await send({}, '{"jsonrpc"')).status).toBe(400);
	expect((await send({}, { hello: 1 })).status).toBe(400);
	expect((await send({ 'content-type': 'text/plain' })).status).toBe(415);
	expect((await send({}, `"${'x'.repeat(1024 * 1024)}"`)).status).toBe(413);
	expect((await send({ 'mcp-protocol-version': '2031-01-01' })).status).toBe(400);
});

test('several messages at once are answered to older clients, twenty at most, and each counts', async () => {
	const two = [ping, { ...ping, id: 2 }];
	const answer = await send({}, two);
	expect(answer.status).toBe(200);
	expect(answer.text.match(/"result"/g)).toHaveLength(2);
	const left = async (body: unknown): Promise<number> => {
		const { headers } = await send({}, body);
		return Number(/r=(\d+)/.exec(String(headers.ratelimit))?.[1]);
	};
	const before = await left(ping);
	const many = Array.from({ length: 20 }, (_, id) => ({ ...ping, id }));
	expect(await left(many)).toBe(before - 20);
	const refused = await send({}, [...many, ping]);
	expect([refused.status, refused.text]).toEqual([
		413,
		expect.stringContaining('mcp.batch-too-large')
	]);
});

test('answers are not cached', async () => {
	expect((await send({})).headers['cache-control']).toContain('no-store');
});

test('each call is logged with key, tool, outcome and duration, never with its content', async () => {
	const lines: string[] = [];
	const sink = new Writable({
		write: (chunk: Buffer, _, done) => {
			lines.push(chunk.toString());
			done();
		}
	});
	const { testApp } = assistants;
	assistants.app = { ...testApp.app, log: pino({ level: 'debug' }, sink) };
	await testApp.as(addPerson, { name: 'Canary Whitcombe', note: 'canary note' });
	const client = await connect(assistants.url, key);
	await use(client, 'people_list', { words: 'canary' });
	await use(client, 'people_get', { id: 'canary id' });
	await use(client, 'canary_tool').catch(() => undefined);
	await client.close();
	assistants.app = testApp.app;
	const calls = lines
		.map((line) => JSON.parse(line) as Record<string, unknown>)
		.filter(({ tool }) => tool);
	expect(calls.map(({ tool, outcome }) => [tool, outcome])).toEqual([
		['people_list', 'ok'],
		['people_get', 'input.invalid']
	]);
	for (const { key: who, millis } of calls) {
		expect(who).toMatch(/^[0-9a-f-]{36}$/);
		expect(Number.isInteger(millis)).toBe(true);
	}
	expect(lines.join('')).not.toMatch(/canary/i);
});
