import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { guardedRequest } from '#server/outbound/guarded-request.ts';
import { configureOutbound } from '#server/outbound/settings.ts';
import { cert, key } from '../support/self-signed.ts';

let received = 0;
const server = createServer({ cert, key }, (_, response) => {
	received += 1;
	response.writeHead(204).end();
});
const known = getCACertificates('default');

beforeAll(async () => {
	configureOutbound({ outboundAllow: ['127.0.0.0/8'] });
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
	setDefaultCACertificates(known);
	configureOutbound({ outboundAllow: [] });
	server.closeAllConnections();
	await new Promise((resolve) => server.close(resolve));
});

function call(name: string): Promise<number> {
	const { port } = server.address() as AddressInfo;
	const url = `https://${name}:${port}/`;
	return guardedRequest({ url, headers: {}, body: '{}' }, () => Promise.resolve(['127.0.0.1']));
}

test('nothing is sent to a server with an untrusted certificate or one for another name', async () => {
	await expect(call('hooks.example')).rejects.toMatchObject({ kind: 'call' });
	setDefaultCACertificates([cert]);
	await expect(call('other.example')).rejects.toMatchObject({ kind: 'call' });
	expect(received).toBe(0);
	expect(await call('hooks.example')).toBe(204);
	expect(received).toBe(1);
});
