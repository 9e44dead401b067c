import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TLSSocket } from 'node:tls';
import { expect, test } from 'vitest';
import { openPool } from '#server/db/postgres/pool.ts';
import { cert, key } from '../support/self-signed.ts';

/** What a PostgreSQL server that agrees to TLS hears inside it, before it goes away. */
async function heardBy(query: string): Promise<{ heard: string; error: string }> {
	let heard = '';
	const sockets: Socket[] = [];
	const server = createServer((socket) => {
		sockets.push(socket);
		socket.on('error', () => undefined);
		socket.once('data', () => {
			socket.write('S');
			const inside = new TLSSocket(socket, { isServer: true, cert, key });
			inside.on('error', () => undefined);
			inside.on('data', (chunk: Buffer) => {
				heard += chunk.toString('latin1');
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
	return { heard, error };
}

test('with sslmode=verify-full a database whose certificate nobody vouches for hears nothing', async () => {
	const { heard, error } = await heardBy('?sslmode=verify-full');
	expect(heard).toBe('');
	expect(error).toMatch(/self-signed certificate/);
});

test('with sslrootcert the authority in that file vouches for a database', async () => {
	const folder = mkdtempSync(join(tmpdir(), 'imago-tls-'));
	const file = join(folder, 'root.pem');
	writeFileSync(file, cert);
	const { heard } = await heardBy(`?sslmode=verify-full&sslrootcert=${encodeURIComponent(file)}`);
	rmSync(folder, { recursive: true });
	expect(heard).toContain('imago');
	expect(heard).not.toContain('canary');
});
