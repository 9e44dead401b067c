import {
	createServer,
	request,
	type IncomingMessage,
	type Server,
	type ServerResponse
} from 'node:http';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { Refusal } from '#kernel/refusal.ts';
import { imago, openListening } from '#tests/support/command-line.ts';
import { problemFrom } from '../../rest/problem.ts';
import { failed } from '../../rest/refusals.ts';
import { refusalFrom } from './refusal-from.ts';
import { socketClient } from './socket-client.ts';

const testApp = await openListening();
afterAll(() => testApp.close());

/** Sends a request that the command line would not send. */
async function send(verb: string, path: string, body: string) {
	const socketPath = join(testApp.app.config.data, 'imago.sock');
	const response = await new Promise<IncomingMessage>((resolve, reject) => {
		request({ socketPath, path, method: verb }, resolve).once('error', reject).end(body);
	});
	const { code } = JSON.parse(await text(response)) as { code?: string };
	return { status: response.statusCode, code };
}

test.each([
	['GET', '/operations/people.list', '', 404, 'cli.not-known'],
	['POST', '/', '{}', 404, 'cli.not-known'],
	['POST', '/operations/people.get', '5', 422, 'body.not-json'],
	['POST', '/operations/people.get', '[]', 422, 'body.not-json'],
	['POST', '/operations/people.get', '{', 422, 'body.not-json'],
	['POST', '/operations/people.get', '', 422, 'input.invalid'],
	['POST', '/operations/people.get', '{"id":7}', 422, 'input.invalid'],
	['POST', '/operations/people.eat', '{}', 404, 'cli.not-known'],
	['POST', '/commands/toString', '{}', 404, 'cli.not-known'],
	['POST', '/commands/constructor', '{}', 404, 'cli.not-known'],
	['POST', '/commands/user.reset', '{}', 422, 'input.invalid'],
	['POST', '/commands/user.reset', '', 422, 'input.invalid'],
	['POST', '/import?account=x%40y.example', 'x', 404, 'account.missing'],
	['POST', '/import', 'Dear Mara', 422, 'workspace-import.not-ours']
])('%s %s %s', async (verb, path, body, status, code) => {
	expect(await send(verb, path, body)).toEqual({ status, code });
});

test('any request is answered with a 4xx status', async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.constantFrom('/operations/people.get', '/commands/titles.stage'),
			fc.oneof(fc.json(), fc.string()),
			async (path, body) => {
				const { status = 0 } = await send('POST', path, body);
				expect(status).toBeGreaterThanOrEqual(400);
				expect(status).toBeLessThan(500);
			}
		),
		{ numRuns: 60 }
	);
});

test('a refusal is the same after it was a problem', () => {
	const kinds = fc.constantFrom('invalid', 'missing', 'conflict', 'too-many', 'unavailable');
	const field = fc.record({ field: fc.string(), sentence: fc.string() });
	const retryAfter = fc.option(fc.nat(), { nil: undefined });
	return fc.assert(
		fc.asyncProperty(
			kinds,
			fc.string(),
			fc.array(field),
			retryAfter,
			async (kind, sentence, fields, after) => {
				const parts = { kind: kind as 'invalid', code: 'a.b', sentence, fields };
				const sent = new Refusal({
					...parts,
					...(after === undefined ? {} : { retryAfter: after })
				});
				expect(await refusalFrom(problemFrom(sent))).toEqual(sent);
			}
		)
	);
});

describe('a server that fails during a request', () => {
	const data = mkdtempSync(join(tmpdir(), 'imago-broken-'));
	let server: Server | undefined;
	afterAll(() => {
		server?.close();
		rmSync(data, { recursive: true, force: true });
	});

	async function answering(how: Parameters<typeof createServer>[1]): Promise<void> {
		await new Promise((resolve) => {
			if (server) server.close(resolve);
			else resolve(undefined);
		});
		server = createServer(how as never);
		const listening = server;
		await new Promise<void>((resolve) => {
			listening.listen(join(data, 'imago.sock'), resolve);
		});
	}

	test('before it answers', async () => {
		await answering(((_: unknown, response: { destroy(): void }) => {
			response.destroy();
		}) as never);
		const result = await imago({ IMAGO_DATA: data }, 'user', 'list');
		expect(result).toMatchObject({ code: 69, out: '' });
		expect(result.err).toContain('stopped before it answered');
	});

	test('in the middle of a refusal', async () => {
		await answering(((_: unknown, response: ServerResponse) => {
			response.writeHead(404, { 'content-type': 'application/problem+json' });
			response.write('{"title":', () => response.destroy());
		}) as never);
		const result = await imago({ IMAGO_DATA: data }, 'user', 'list');
		expect(result).toMatchObject({ code: 69, out: '' });
		expect(result.err).toContain('stopped before it answered');
	});

	test.each([
		[404, 'application/json', '{"refusal":{"code":"path.missing"}}'],
		[500, 'text/plain', 'Internal Error'],
		[404, 'application/problem+json', '{"type":"about:blank"}'],
		[404, 'application/problem+json', '{'],
		[200, 'application/json', '{'],
		[200, 'application/json', '{"answer":1}']
	])('%i %s: it is of another version', async (status, type, body) => {
		await answering(((_: unknown, response: ServerResponse) => {
			response.writeHead(status, { 'content-type': type }).end(body);
		}) as never);
		const result = await imago({ IMAGO_DATA: data }, 'user', 'list', '--json');
		expect(result).toMatchObject({ code: 69, out: '' });
		expect(JSON.parse(result.err)).toMatchObject({ code: 'cli.other-version' });
	});

	test('a fault of the server is a fault of ours', async () => {
		await answering(((_: unknown, response: ServerResponse) => {
			const { status, headers } = problemFrom(failed);
			response.writeHead(status, Object.fromEntries(headers));
			void problemFrom(failed)
				.text()
				.then((text) => response.end(text));
		}) as never);
		const result = await imago({ IMAGO_DATA: data }, 'user', 'list');
		expect(result).toMatchObject({ code: 70, out: '' });
		expect(result.err).toContain('See the log of the server for details.');
	});

	test('in the middle of a file: no incomplete file is left behind', async () => {
		await answering(((_: unknown, response: ServerResponse) => {
			response.writeHead(200, {
				'content-type': 'application/octet-stream',
				'imago-output': encodeURIComponent('{}')
			});
			response.write('{"format":"imago-work', () => response.destroy());
		}) as never);
		const to = join(data, '.out.json');
		const result = await imago({ IMAGO_DATA: data }, 'export', 'x@y.example', to);
		expect(result.code).toBe(69);
		expect(result.err).toContain('stopped before it answered');
		expect([existsSync(to), existsSync(`${to}.draft`)]).toEqual([false, false]);
	});
});

test('a stale socket file is no server', async () => {
	const data = mkdtempSync(join(tmpdir(), 'imago-stale-'));
	expect(await socketClient(data)).toBeUndefined();
	writeFileSync(join(data, 'imago.sock'), '');
	expect(await socketClient(data)).toBeUndefined();
	rmSync(data, { recursive: true, force: true });
});
