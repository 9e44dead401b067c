import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TLSSocket } from 'node:tls';
import { expect, test } from 'vitest';
import { openPool } from '#server/db/postgres/pool.ts';
import { cert, key } from '../support/self-signed.ts';

/** The bytes that a PostgreSQL server with TLS receives from the pool before it closes the connection. */
async function receivedFor(query: string): Promise<{ received: string; error: string }> {
	let received = '';
	const sockets: Socket[] = [];
	const server = createServer((socket) => {
		sockets.push(socket);
		socket.on('error', () => undefined);
		socket.once('data', () => {
			socket.write('S');
			const inside = new TLSSocket(socket, { isServer: true, cert, key });
			inside.on('error', () => undefined);
			inside.on('data', (chunk: Buffer) => {
				received += chunk.toString('latin1');
				socket.destroy();
			});
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	const pool = openPool(`postgres://imago:canary@127.0.0.1:${port}/imago${query}`, () => undefined);
	const error = await pool.query('select 1').then(
		() => '',
		(reason: unknown) => String(reason)
	);
	await pool.end();
	for (const socket of sockets) socket.destroy();
	await new Promise((resolve) => server.close(resolve));
	return { received, error };
}

test('with sslmode=verify-full nothing is sent to a database with an untrusted certificate', async () => {
	const { received, error } = await receivedFor('?sslmode=verify-full');
	expect(received).toBe('');
	expect(error).toMatch(/self-signed certificate/);
});

test('with sslrootcert a certificate of that authority is trusted', async () => {
	const folder = mkdtempSync(join(tmpdir(), 'imago-tls-'));
	const file = join(folder, 'root.pem');
	writeFileSync(file, cert);
	const { received } = await receivedFor(
		`?sslmode=verify-full&sslrootcert=${encodeURIComponent(file)}`
	);
	rmSync(folder, { recursive: true });
	expect(received).toContain('imago');
	expect(received).not.toContain('canary');
});
