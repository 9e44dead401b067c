import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { withAdmission } from './http-admission.ts';
import { KnownCredentials } from './known-credentials.ts';

/**
 * Admission control before a real server: `/` answers, `/echo` reads its body, `/never` and `/drip`
 * take long.
 */
const working: ServerResponse[] = [];
function answer(asked: IncomingMessage, response: ServerResponse): void {
	if (asked.url === '/never') {
		working.push(response);
	} else if (asked.url === '/drip') {
		response.writeHead(200);
		response.write('first');
		working.push(response);
	} else {
		asked.resume();
		asked.once('end', () => response.end('there'));
	}
}

const known = new KnownCredentials();
const server = createServer(
	withAdmission({ origin: 'http://127.0.0.1', trustedProxies: [] }, known, answer)
);
let port: number;
beforeAll(async () => {
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	({ port } = server.address() as AddressInfo);
});
const sockets: Socket[] = [];
afterAll(() => {
	for (const socket of sockets) socket.destroy();
	server.closeAllConnections();
	server.close();
});

async function get(path: string, headers: Record<string, string> = {}): Promise<number> {
	return new Promise((resolve, reject) => {
		request({ port, path, headers, agent: false }, (response) => {
			response.once('data', () => undefined);
			resolve(response.statusCode ?? 0);
		})
			.once('error', reject)
			.end();
	});
}

/** A request that sends only the first byte of its body. */
function slowPost(cookie = ''): Socket {
	const socket = connect(port, '127.0.0.1');
	socket.on('error', () => undefined);
	socket.write(
		`POST /echo HTTP/1.1\r\nhost: x\r\n${cookie && `cookie: ${cookie}\r\n`}content-length: 9\r\n\r\na`
	);
	sockets.push(socket);
	return socket;
}

test('missing bodies do not block others of the same network', async () => {
	for (let at = 0; at < 12; at += 1) slowPost();
	await sleep(50);
	const began = performance.now();
	expect(await get('/')).toBe(200);
	expect(performance.now() - began).toBeLessThan(1000);
});

test('the number of missing bodies of one client is limited', async () => {
	// No other workspace is active yet, so three requests run at a time.
	const cookie = 'imago_session=nadia';
	const many = Array.from({ length: 12 }, () => slowPost(cookie));
	const ended = many.map((socket) => new Promise((resolve) => socket.once('close', resolve)));
	await Promise.any(ended);
	await sleep(500);
	expect(many.filter((socket) => socket.destroyed).length).toBeGreaterThan(0);
	expect(await get('/', { cookie })).toBe(200);
});

test('a client with slow answers and slow bodies still gets pages', async () => {
	const cookie = 'imago_session=mara';
	const late = slowPost(cookie);
	const answers = [get('/drip', { cookie }), get('/drip', { cookie }), get('/drip', { cookie })];
	expect(await Promise.all(answers)).toEqual([200, 200, 200]);
	await sleep(300);
	expect(await get('/', { cookie })).toBe(200);
	late.write('bcdefghi');
	const [bytes] = await new Promise<Buffer[]>((resolve) =>
		late.once('data', (chunk: Buffer) => resolve([chunk]))
	);
	expect(String(bytes)).toContain('200 OK');
});

test('a request whose wait is over is refused, also when no other request comes in', async () => {
	const cookie = 'imago_session=ada';
	for (let at = 0; at < 3; at += 1) void get('/never', { cookie }).catch(() => undefined);
	await sleep(50);
	const began = performance.now();
	expect(await get('/', { cookie })).toBe(429);
	expect(performance.now() - began).toBeLessThan(3500);
	for (const response of working.splice(0)) response.destroy();
});

test('a credential cannot imitate the queue of a workspace or of a network', async () => {
	known.note('ida', 'ida’s-workspace');
	const spelled = ['ida’s-workspace', '127.0.0.0/24', '127.0.0.1'].map((name) => ({
		cookie: `imago_session=${encodeURIComponent(name)}.x`
	}));
	for (const headers of spelled) {
		for (let at = 0; at < 80; at += 1) void get('/never', headers).catch(() => undefined);
	}
	await sleep(100);
	expect(await get('/', { cookie: 'imago_session=ida' })).toBe(200);
	expect(await get('/')).toBe(200);
	for (const response of working.splice(0)) response.destroy();
	await sleep(2200);
});

test('another spelling of a session, and a key of the same workspace, share one queue', async () => {
	known.note('grace', 'grace’s workspace');
	known.note('imago_key', 'grace’s workspace');
	const others: Record<string, string>[] = [
		{ cookie: 'imago_session=grace.one' },
		{ cookie: 'imago_session=gr%61ce.two', authorization: 'Bearer imago_other' },
		{ cookie: 'theme=dark; imago_session=grace' }
	];
	for (const headers of others) void get('/never', headers).catch(() => undefined);
	await sleep(50);
	const asked = [
		get('/', { cookie: 'imago_session=grace.three' }),
		get('/api/v1/people', { authorization: 'bearer imago_key more' }),
		get('/', { cookie: 'imago_session=somebody' })
	];
	expect(await Promise.all(asked)).toEqual([429, 429, 200]);
	for (const response of working.splice(0)) response.destroy();
});
