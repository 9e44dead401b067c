import { lstatSync } from 'node:fs';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { dirname } from 'node:path';
import { refuse, type Refusal } from '#kernel/refusal.ts';
import type { Transport } from './host-client.ts';
import { streamOf } from './stream-of.ts';
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

function connectionLost(cause: unknown): Refusal {
	const refusal = refuse(
		'unavailable',
		'cli.broken-off',
		'Imago stopped before it answered. Confirmed changes are saved. It is not known whether this one was. Check, and repeat the command if needed.'
	);
	refusal.cause = cause;
	return refusal;
}

async function* bytesOf(answer: IncomingMessage): AsyncGenerator<Uint8Array<ArrayBuffer>> {
	try {
		yield* answer as AsyncIterable<Uint8Array<ArrayBuffer>>;
	} catch (error) {
		throw connectionLost(error);
	}
}

/** Sends a request over a Unix socket, which `fetch` cannot. */
async function postTo(socketPath: string, path: string, body: Uint8Array): Promise<Response> {
	const answer = await new Promise<IncomingMessage>((resolve, reject) => {
		httpRequest({ socketPath, path, method: 'POST' }, resolve)
			.once('error', (error) => {
				reject(connectionLost(error));
			})
			.end(body);
	});
	return new Response(streamOf(bytesOf(answer)), {
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
		post: (...request) => postTo(path, ...request),
		close: async () => undefined
	};
}
