import { request as httpRequest, type IncomingMessage } from 'node:http';
import { lstatSync } from 'node:fs';
import { connect } from 'node:net';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { refuse } from '#kernel/refusal.ts';
import { refusalFromJson } from './refusals.ts';
import { socketPathOf } from './socket-path.ts';
import type { HostAnswer, HostRequest, Transport } from './request.ts';

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

const connectionLost = refuse(
	'unavailable',
	'cli.broken-off',
	'The Imago that was asked ended before it answered. What it had acknowledged is saved; whether this was done is not known. Look, and do it again if it was not.'
);

function post(socketPath: string, request: HostRequest): Promise<IncomingMessage> {
	const { kind, ...body } = request;
	const path =
		request.kind === 'import' && request.account
			? `/import?account=${encodeURIComponent(request.account)}`
			: `/${kind}`;
	return new Promise((resolve, reject) => {
		const sent = httpRequest({ socketPath, path, method: 'POST' }, resolve);
		sent.once('error', () => {
			reject(connectionLost);
		});
		sent.end(request.kind === 'import' ? request.bytes : JSON.stringify(body));
	});
}

async function read(response: IncomingMessage): Promise<HostAnswer> {
	if (response.headers['content-type'] === 'application/octet-stream') {
		const output: unknown = JSON.parse(
			decodeURIComponent(String(response.headers['x-imago-output']))
		);
		return { output, file: Readable.toWeb(response) as ReadableStream<Uint8Array> };
	}
	const answered = JSON.parse(await text(response).catch(() => Promise.reject(connectionLost))) as {
		output?: unknown;
		undo?: HostAnswer['undo'];
		refusal?: unknown;
	};
	if (answered.refusal) throw refusalFromJson(answered.refusal);
	return { output: answered.output, undo: answered.undo };
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
		ask: async (request) => read(await post(path, request)),
		close: async () => undefined
	};
}
