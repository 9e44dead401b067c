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
import { refusalFromJson, refusalToJson } from './refusals.ts';
import { socketClient } from './socket-client.ts';

const testApp = await openListening();
afterAll(() => testApp.close());

/** Sends a request that the command line would not send. */
async function send(verb: string, path: string, body: string) {
	const socketPath = join(testApp.app.config.data, 'imago.sock');
	const response = await new Promise<IncomingMessage>((resolve, reject) => {
		request({ socketPath, path, method: verb }, resolve).once('error', reject).end(body);
	});
	const { refusal } = JSON.parse(await text(response)) as { refusal?: { code: string } };
	return { status: response.statusCode, code: refusal?.code };
}

test.each([
	['GET', '/operate', '', 404, 'path.missing'],
	['POST', '/', '{}', 404, 'path.missing'],
	['POST', '/operate', '', 422, 'body.not-fit'],
	['POST', '/operate', '{"operation":5}', 422, 'body.not-fit'],
	['POST', '/operate', '[]', 422, 'body.not-fit'],
	['POST', '/operate', '{"operation":"people.eat"}', 404, 'cli.not-known'],
	['POST', '/operate', '{"operation":"people.get","input":7}', 422, 'input.invalid'],
	['POST', '/host', '{"command":"toString"}', 404, 'cli.not-known'],
	['POST', '/host', '{"command":"constructor","input":{}}', 404, 'cli.not-known'],
	['POST', '/host', '{"command":"user.reset","input":{}}', 422, 'input.invalid'],
	['POST', '/import?account=x%40y.example', 'x', 404, 'account.missing'],
	['POST', '/import', 'Dear Mara', 422, 'workspace-import.not-ours']
])('%s %s %s', async (verb, path, body, status, code) => {
	expect(await send(verb, path, body)).toEqual({ status, code });
});

test('any request is answered with a 4xx status', async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.constantFrom('/operate', '/host'),
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

test('a refusal is the same after conversion to JSON and back', () => {
	const kinds = fc.constantFrom('invalid', 'missing', 'conflict', 'too-many', 'unavailable');
	const field = fc.record({ field: fc.string(), sentence: fc.string() });
	fc.assert(
		fc.property(kinds, fc.string(), fc.array(field), (kind, sentence, fields) => {
			const sent = new Refusal({ kind: kind as 'invalid', code: 'a.b', sentence, fields });
			const received = refusalFromJson(JSON.parse(JSON.stringify(refusalToJson(sent))));
			expect(refusalToJson(received)).toEqual(refusalToJson(sent));
			expect([received.exitCode, received.status]).toEqual([sent.exitCode, sent.status]);
		})
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
		expect(result.err).toContain('ended before it answered');
	});

	test('in the middle of a file: no incomplete file is left behind', async () => {
		await answering(((_: unknown, response: ServerResponse) => {
			response.writeHead(200, {
				'content-type': 'application/octet-stream',
				'x-imago-output': encodeURIComponent('{}')
			});
			response.write('{"format":"imago-work', () => response.destroy());
		}) as never);
		const to = join(data, '.out.json');
		const result = await imago({ IMAGO_DATA: data }, 'export', 'x@y.example', to);
		expect(result.code).not.toBe(0);
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
