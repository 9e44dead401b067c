import { request as httpRequest, type IncomingMessage } from 'node:http';
import { lstatSync } from 'node:fs';
import { connect } from 'node:net';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { refuse } from '#kernel/refusal.ts';
import { refusalFrom } from './refusals.ts';
import { socketPathOf } from './socket-path.ts';
import type { Answer, Request, Transport } from './request.ts';

/** Whether somebody listens: a socket of a process that crashed answers nobody. */
function listens(path: string): Promise<boolean> {
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

const brokenOff = refuse(
	'unavailable',
	'cli.broken-off',
	'The Imago that was asked ended before it answered. What it had acknowledged is saved; whether this was done is not known. Look, and do it again if it was not.'
);

function post(socketPath: string, asked: Request): Promise<IncomingMessage> {
	const { kind, ...words } = asked;
	const path =
		asked.kind === 'arrive' && asked.account
			? `/arrive?account=${encodeURIComponent(asked.account)}`
			: `/${kind}`;
	return new Promise((resolve, reject) => {
		const sent = httpRequest({ socketPath, path, method: 'POST' }, resolve);
		sent.once('error', () => {
			reject(brokenOff);
		});
		sent.end(asked.kind === 'arrive' ? asked.bytes : JSON.stringify(words));
	});
}

async function read(response: IncomingMessage): Promise<Answer> {
	if (response.headers['content-type'] === 'application/octet-stream') {
		const output: unknown = JSON.parse(
			decodeURIComponent(String(response.headers['x-imago-output']))
		);
		return { output, file: Readable.toWeb(response) as ReadableStream<Uint8Array> };
	}
	const answered = JSON.parse(await text(response).catch(() => Promise.reject(brokenOff))) as {
		output?: unknown;
		undo?: Answer['undo'];
		refusal?: unknown;
	};
	if (answered.refusal) throw refusalFrom(answered.refusal);
	return { output: answered.output, undo: answered.undo };
}

/** Whoever could put a socket where ours was would be told everything: the folder must be ours alone. */
function isOurs(path: string): boolean {
	const folder = lstatSync(dirname(path), { throwIfNoEntry: false });
	if (!folder?.isDirectory()) return false;
	return process.getuid === undefined || folder.uid === process.getuid();
}

/** The way through a server that runs on this data folder; none where there is no such server. */
export async function socketClient(data: string): Promise<Transport | undefined> {
	const path = socketPathOf(data);
	if (!isOurs(path) || !(await listens(path))) return undefined;
	return {
		ask: async (asked) => read(await post(path, asked)),
		close: async () => undefined
	};
}
