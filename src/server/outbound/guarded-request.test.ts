import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import net, { type AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest';
import { guardedRequest } from './guarded-request.ts';
import { configureOutbound } from './settings.ts';

/** A receiver on loopback, which only these tests allow. */
let answer: (request: IncomingMessage, response: ServerResponse) => void;
let received: { host: string | undefined; url: string | undefined; body: string }[] = [];
let server: Server;
let port = 0;

beforeEach(async () => {
	configureOutbound({ outboundAllow: ['127.0.0.0/8'] });
	received = [];
	answer = (_, response) => response.writeHead(204).end();
	server = createServer((request, response) => {
		let body = '';
		request.on('data', (chunk: Buffer) => (body += chunk.toString()));
		request.on('end', () => {
			received.push({ host: request.headers.host, url: request.url, body });
			answer(request, response);
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	port = (server.address() as AddressInfo).port;
});
afterEach(async () => {
	vi.unstubAllEnvs();
	server.closeAllConnections();
	await new Promise((resolve) => server.close(resolve));
});
afterAll(() => {
	configureOutbound({ outboundAllow: [] });
});

const to = (path = '/hook?a=1', host = '127.0.0.1') => ({
	url: `http://${host}:${port}${path}`,
	headers: { 'content-type': 'application/json' },
	body: '{"é":1}'
});

test('the request arrives complete, and its status is returned', async () => {
	expect(await guardedRequest(to())).toBe(204);
	expect(received).toEqual([{ host: `127.0.0.1:${port}`, url: '/hook?a=1', body: '{"é":1}' }]);
});

test('loopback is refused where the host did not allow it; nothing is sent', async () => {
	configureOutbound({ outboundAllow: [] });
	await expect(guardedRequest(to())).rejects.toMatchObject({ kind: 'address' });
	await expect(
		guardedRequest(to('/', 'hooks.example'), () => Promise.resolve(['127.0.0.1']))
	).rejects.toMatchObject({ kind: 'address' });
	expect(received).toEqual([]);
});

test('a name is resolved once, and the verified address is called', async () => {
	const answers = [['127.0.0.1'], ['127.0.0.2']];
	let asked = 0;
	const rebinding = (): Promise<string[]> => Promise.resolve(answers[asked++] ?? []);
	expect(await guardedRequest(to('/', 'rebind.example'), rebinding)).toBe(204);
	expect(asked).toBe(1);
	expect(received[0]?.host).toBe(`rebind.example:${port}`);
});

test('a name that has a private address beside public ones is not called', async () => {
	configureOutbound({ outboundAllow: [] });
	const both = () => Promise.resolve(['93.184.215.14', '127.0.0.1']);
	await expect(
		guardedRequest({ ...to(), url: `https://hooks.example:${port}/` }, both)
	).rejects.toMatchObject({ kind: 'address' });
});

test('a redirect is not followed', async () => {
	answer = (_, response) =>
		response.writeHead(307, { location: `http://127.0.0.1:${port}/b` }).end();
	expect(await guardedRequest(to('/a'))).toBe(307);
	expect(received.map(({ url }) => url)).toEqual(['/a']);
});

test('no proxy of the environment is used', async () => {
	vi.stubEnv('http_proxy', 'http://127.0.0.1:9');
	vi.stubEnv('NODE_USE_ENV_PROXY', '1');
	expect(await guardedRequest(to())).toBe(204);
});

test('a receiver that does not answer is given up', async () => {
	configureOutbound({ outboundAllow: ['127.0.0.0/8'], answerWithin: 150 });
	answer = () => undefined;
	const began = performance.now();
	await expect(guardedRequest(to())).rejects.toThrow('No answer arrived in time.');
	expect(performance.now() - began).toBeLessThan(2000);
});

test('an endless response body counts by its status', async () => {
	configureOutbound({ outboundAllow: ['127.0.0.0/8'], answerWithin: 200 });
	answer = (_, response) => {
		response.writeHead(200);
		const drip = setInterval(() => response.write('.'), 20);
		response.on('close', () => {
			clearInterval(drip);
		});
	};
	expect(await guardedRequest(to())).toBe(200);
});

test('of a long answer no more than the limit is read', async () => {
	let closed: (bytes: number) => void = () => undefined;
	const sent = new Promise<number>((resolve) => (closed = resolve));
	answer = (_, response) => {
		let bytes = 0;
		const more = setInterval(() => {
			bytes += 32_768;
			response.write(Buffer.alloc(32_768));
		}, 1);
		response.on('close', () => {
			clearInterval(more);
			closed(bytes);
		});
	};
	expect(await guardedRequest(to())).toBe(200);
	expect(await sent).toBeLessThan(8_000_000);
});

test('a resolver that never answers is given up too, and a program that ends does not wait', async () => {
	configureOutbound({ outboundAllow: ['127.0.0.0/8'], answerWithin: 100 });
	const never = () => new Promise<string[]>(() => undefined);
	await expect(guardedRequest(to('/', 'slow.example'), never)).rejects.toThrow(/in time/);
	answer = () => undefined;
	configureOutbound({ outboundAllow: ['127.0.0.0/8'] });
	const ending = new AbortController();
	const calling = guardedRequest({ ...to(), signal: ending.signal });
	setTimeout(() => {
		ending.abort();
	}, 50);
	await expect(calling).rejects.toMatchObject({ kind: 'call' });
});

test('network errors become messages', async () => {
	const free = port;
	await new Promise((resolve) => server.close(resolve));
	await expect(guardedRequest({ ...to(), url: `http://127.0.0.1:${free}/` })).rejects.toThrow(
		'No server answers at this address.'
	);
	const lost = () => Promise.reject(Object.assign(new Error('x'), { code: 'ENOTFOUND' }));
	await expect(guardedRequest(to('/', 'gone.example'), lost)).rejects.toThrow(
		/host name does not exist/
	);
});

test('over https the server name is sent, and an untrusted certificate is refused', async () => {
	let greeting = '';
	const plain = net.createServer((socket) => {
		socket.on('error', () => undefined);
		socket.once('data', (chunk: Buffer) => {
			greeting = chunk.toString('latin1');
			socket.end('no TLS here');
		});
	});
	await new Promise<void>((resolve) => plain.listen(0, '127.0.0.1', resolve));
	const { port: at } = plain.address() as AddressInfo;
	const call = { ...to(), url: `https://hooks.example:${at}/` };
	await expect(guardedRequest(call, () => Promise.resolve(['127.0.0.1']))).rejects.toMatchObject({
		kind: 'call'
	});
	expect(greeting).toContain('hooks.example');
	await new Promise((resolve) => plain.close(resolve));
});

test('a connection that hangs is given up after the connection timeout', async () => {
	configureOutbound({ outboundAllow: ['127.0.0.0/8'], connectWithin: 100 });
	const silent = net.createServer((socket) => {
		socket.on('error', () => undefined).resume();
	});
	await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
	const { port: at } = silent.address() as AddressInfo;
	const began = performance.now();
	await expect(guardedRequest({ ...to(), url: `https://127.0.0.1:${at}/` })).rejects.toThrow(
		/in time/
	);
	expect(performance.now() - began).toBeLessThan(2000);
	await new Promise((resolve) => silent.close(resolve));
});
