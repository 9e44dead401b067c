import { lstatSync } from 'node:fs';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import type { Transport } from './host-client.ts';
import { socketPathOf } from './socket-path.ts';

/** Whether a process accepts connections at a socket; the socket file of a crashed process remains. */
function isListening(path: string): Promise<boolean> {
	return new Promise((resolve) => {
		const socket = connect(path);
		socket.once('connect', () => {
			socket.destroy();
			resolve(true);
		});
		socket.once('error', () => {
			resolve(false);
		});
	});
}

/** `fetch` over a Unix socket, which the global one cannot. */
async function fetchFrom(socketPath: string, request: Request): Promise<Response> {
	const { pathname, search } = new URL(request.url);
	const body = Buffer.from(await request.arrayBuffer());
	const answer = await new Promise<IncomingMessage>((resolve, reject) => {
		httpRequest({ socketPath, path: pathname + search, method: request.method }, resolve)
			.once('error', reject)
			.end(body);
	});
	return new Response(Readable.toWeb(answer) as ReadableStream<Uint8Array<ArrayBuffer>>, {
		status: answer.statusCode ?? 500,
		headers: new Headers(answer.headers as Record<string, string>)
	});
}

/**
 * Checks that the folder of the socket belongs to this user: anyone else who could replace the socket
 * would receive every request.
 */
function isOwnFolder(path: string): boolean {
	const folder = lstatSync(dirname(path), { throwIfNoEntry: false });
	if (!folder?.isDirectory()) return false;
	return process.getuid === undefined || folder.uid === process.getuid();
}

/** The transport to a server that runs on this data folder; undefined where there is none. */
export async function socketClient(data: string): Promise<Transport | undefined> {
	const path = socketPathOf(data);
	if (!isOwnFolder(path) || !(await isListening(path))) return undefined;
	return {
		fetch: (request) => fetchFrom(path, request),
		close: async () => undefined
	};
}
