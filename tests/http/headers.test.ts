import { once } from 'node:events';
import { connect } from 'node:net';
import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { projectRoot } from '#server/project-root.ts';
import { startServer, type RunningServer } from '../support/server.ts';
import { firstExplorer, password, type Visitor } from '../support/visitor.ts';

/**
 * Every response has the security headers, whether it comes from a page, a static file or Node itself.
 */
let server: RunningServer;
let mara: Visitor;
const host = 'imago.example';
beforeAll(async () => {
	server = await startServer({ environment: { IMAGO_ORIGIN: `https://${host}` } });
	mara = await firstExplorer(server);
});
afterAll(() => server.stop());

/** Sends a request as bytes, so that it may be malformed. */
async function raw(text: string): Promise<string> {
	const { port } = new URL(server.origin);
	const socket = connect(Number(port), '127.0.0.1');
	let answer = '';
	socket.on('data', (piece: Buffer) => (answer += piece.toString('latin1')));
	socket.on('error', () => undefined);
	socket.write(text);
	await Promise.race([once(socket, 'close'), new Promise((go) => setTimeout(go, 3000))]);
	socket.destroy();
	return answer;
}

const get = (target: string, headers = ''): Promise<string> =>
	raw(`GET ${target} HTTP/1.1\r\nhost: ${host}\r\nconnection: close\r\n${headers}\r\n`);

const asset = (): string => {
	const folder = join(projectRoot, 'build/client/_app/immutable');
	const name = readdirSync(folder, { recursive: true, encoding: 'utf8' }).find((each) =>
		each.endsWith('.js')
	);
	return `/_app/immutable/${name ?? ''}`;
};

const everywhere = [
	'x-content-type-options: nosniff',
	'referrer-policy: no-referrer',
	'x-frame-options: deny',
	'cross-origin-opener-policy: same-origin',
	'cross-origin-resource-policy: same-origin',
	'content-security-policy: ',
	'strict-transport-security: max-age=31536000; includesubdomains'
];

test.each<[string, () => Promise<string>, number]>([
	['a page', () => get('/signin'), 200],
	['a redirect', () => get('/'), 303],
	['a file', () => get(asset()), 200],
	['a missing file', () => get('/_app/immutable/none.js'), 404],
	['health', () => get('/healthz'), 200],
	['REST without a key', () => get('/api/v1/today'), 401],
	[
		'another host',
		() => raw('GET / HTTP/1.1\r\nhost: evil.example\r\nconnection: close\r\n\r\n'),
		421
	],
	['no host', () => raw('GET / HTTP/1.1\r\nconnection: close\r\n\r\n'), 421],
	['an expectation of another kind', () => get('/', 'expect: 200-ok\r\n'), 417],
	['no HTTP at all', () => raw('hello\r\n\r\n'), 400],
	['headers without end', () => get('/', `x-long: ${'a'.repeat(40_000)}\r\n`), 431],
	['a broken escape', () => get('/%'), 400],
	['a path of another kind', () => get('//evil.example/%00'), 404]
])('%s has all security headers', async (_, ask, status) => {
	const answer = await ask();
	const head = answer.slice(0, answer.indexOf('\r\n\r\n')).toLowerCase();
	expect(head.split('\r\n')[0]).toContain(` ${String(status)}`);
	for (const header of everywhere) expect(head).toContain(header);
	expect(server.output()).not.toContain('a request failed');
});

test('text files declare their charset, and immutable files are cached for a year', async () => {
	const script = (await get(asset())).toLowerCase();
	expect(script).toMatch(/content-type: text\/javascript; ?charset=utf-8/);
	expect(script).toMatch(/cache-control: public,\s?max-age=31536000,\s?immutable/);
	expect((await get('/signin')).toLowerCase()).toMatch(/content-type: text\/html; ?charset=utf-8/);
});

test('on https every cookie is Secure and bound to the host', async () => {
	const answers = [
		await mara.post('/theme', { back: '/' }),
		await mara.post('/people/new?/add', { name: 'Joan Whitcombe' }),
		await mara.post('/signin', { email: 'mara@lindqvist.example', password })
	];
	const cookies = answers.flatMap(({ headers }) => headers.getSetCookie());
	expect(cookies.map((cookie) => cookie.split('=')[0])).toEqual(
		expect.arrayContaining(['__Host-imago_theme', '__Host-imago_toast', '__Host-imago_session'])
	);
	for (const cookie of cookies) expect(cookie).toMatch(/^__Host-imago_.*HttpOnly.*Secure/i);
});

test('a client that disconnects early causes no error', async () => {
	const { port } = new URL(server.origin);
	for (let at = 0; at < 20; at += 1) {
		const socket = connect(Number(port), '127.0.0.1');
		socket.on('error', () => undefined);
		socket.write(`GET /signin HTTP/1.1\r\nhost: ${host}\r\n\r\n`);
		socket.destroy();
	}
	expect((await get('/healthz')).split('\r\n')[0]).toContain('200');
	expect(server.output()).not.toContain('a request failed');
});

test('permissions of a data folder that others can read are corrected at startup', async () => {
	const data = mkdtempSync(join(tmpdir(), 'imago-modes-'));
	const first = await startServer({ data });
	await first.stop({ keep: true });
	for (const name of readdirSync(data)) chmodSync(join(data, name), 0o644);
	chmodSync(data, 0o755);
	const second = await startServer({ data });
	const open = [data, ...readdirSync(data).map((name) => join(data, name))].filter(
		(path) => (statSync(path).mode & 0o077) !== 0
	);
	expect(open).toEqual([]);
	expect(second.output()).toContain('others could read this until now');
	await second.stop({ keep: true });
	rmSync(data, { recursive: true, force: true });
});
