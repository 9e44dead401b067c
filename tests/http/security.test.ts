import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anotherExplorer } from '../support/imago.ts';
import { makeKey, programWith } from '../support/key.ts';
import { startServer, type RunningServer } from '../support/server.ts';
import { firstExplorer, password, Visitor } from '../support/visitor.ts';

/** Attacks on the built server, written to the socket as bytes. */
let server: RunningServer;
let mara: Visitor;
beforeAll(async () => {
	server = await startServer();
	mara = await firstExplorer(server);
});
afterAll(() => server.stop());

/** Sends a request line with any headers and body, and returns the response. */
async function raw(line: string, headers: string[] = [], body = ''): Promise<string> {
	const { host, port } = new URL(server.origin);
	const socket = connect(Number(port), '127.0.0.1');
	socket.setEncoding('utf8');
	socket.write([`${line} HTTP/1.1`, `Host: ${host}`, ...headers, '', body].join('\r\n'));
	let text = '';
	socket.on('data', (chunk: string) => (text += chunk));
	const late = setTimeout(() => socket.destroy(), 3000);
	await new Promise((resolve) => socket.once('close', resolve));
	clearTimeout(late);
	return text;
}
const close = 'Connection: close';

test('a request with duplicate or conflicting lengths is refused', async () => {
	const both = ['Content-Length: 6', 'Transfer-Encoding: chunked'];
	const answers = [
		await raw('POST /signin', both, '0\r\n\r\nG'),
		await raw('POST /signin', ['Content-Length: 6', 'Content-Length: 7'], 'abcdefg'),
		await raw('POST /signin', ['Transfer-Encoding: xchunked', close], '0\r\n\r\n')
	];
	expect(answers.map((answer) => answer.slice(0, 12))).toEqual(answers.map(() => 'HTTP/1.1 400'));
	for (const answer of answers) expect(answer.match(/HTTP\/1\.1/g)).toHaveLength(1);
});

test('TRACE repeats nothing', async () => {
	for (const path of ['/', '/healthz', '/api/v1/profile', '/mcp']) {
		const answer = await raw(`TRACE ${path}`, ['X-Canary: canary', close]);
		expect(answer).toMatch(/^HTTP\/1\.1 40[05]/);
		expect(answer).not.toContain('canary');
	}
});

test('folders are not listed, and no file beside the pages is served', async () => {
	const paths = [
		'/_app/',
		'/_app/immutable/',
		'/.git/config',
		'/.git/HEAD',
		'/.env',
		'/data/imago.db'
	];
	const around = [
		'/../package.json',
		'/%2e%2e/%2e%2e/package.json',
		'/_app/..%2f..%2f..%2fpackage.json'
	];
	for (const path of [...paths, ...around]) {
		const answer = await raw(`GET ${path}`, [close]);
		expect([path, answer.slice(0, 12)]).toEqual([path, 'HTTP/1.1 404']);
		expect(answer).not.toMatch(/"dependencies"|repositoryformatversion|Index of/);
	}
});

test('no answer has CORS headers', async () => {
	const asked = ['Origin: https://evil.example', 'Access-Control-Request-Method: POST', close];
	for (const line of [
		'OPTIONS /api/v1/people',
		'GET /api/v1/openapi.json',
		'GET /signin',
		'OPTIONS /mcp'
	]) {
		expect(await raw(line, asked)).not.toMatch(/access-control-allow/i);
	}
});

test('proxy headers of untrusted clients are ignored', async () => {
	const claims = [
		'X-Imago-Host: evil.example',
		'X-Imago-Protocol: gopher',
		'X-Forwarded-Host: evil.example',
		close
	];
	const answer = await raw('GET /people', claims);
	expect(answer).toMatch(/^HTTP\/1\.1 303/);
	expect(answer).not.toMatch(/evil|gopher/);
	let last = '';
	for (let tries = 0; tries < 31; tries += 1) {
		const key = `Authorization: Bearer imago_${'B'.repeat(43)}`;
		last = await raw('GET /api/v1/profile', [key, `X-Forwarded-For: 203.0.${tries}.9`, close]);
	}
	expect(last).toMatch(/^HTTP\/1\.1 429/);
});

test('what people type comes back as text, in the markup and in the data beside it', async () => {
	const explorer = await anotherExplorer(server);
	const program = programWith(server.origin, await makeKey(explorer));
	const name = `</script><script>canary()</script><img src=x onerror='canary()'>"`;
	expect((await program('POST', '/people', { name })).status).toBe(200);
	const page = await (await explorer.fetch('/people')).text();
	expect(page).toContain('canary()');
	expect(page).not.toContain('<script>canary');
	expect(page).not.toContain('<img src=x');
});

test('each sign-in makes a session of its own, and signing in again ends the one before', async () => {
	const visitor = new Visitor(server.origin);
	const fields = { email: 'mara@lindqvist.example', password };
	const sign = (headers = {}) => visitor.post('/signin?again', fields, headers);
	await sign({ cookie: 'imago_session=chosen-by-somebody-else' });
	const first = visitor.cookie;
	expect(first).not.toContain('chosen-by-somebody-else');
	await sign();
	expect(visitor.cookie).not.toBe(first);
	const status = async (cookie: string) =>
		(await new Visitor(server.origin).fetch('/', { headers: { cookie } })).status;
	expect(await status(first)).toBe(303);
	expect(await status(visitor.cookie)).toBe(200);
	expect((await mara.fetch('/')).status).toBe(200);
});
