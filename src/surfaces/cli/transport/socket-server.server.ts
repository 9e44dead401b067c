import { chmodSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { parsedJson } from '#kernel/json.ts';
import { Refusal, refuse, refuseInvalid } from '#kernel/refusal.ts';
import { hostBounds } from '#server/transfer/read-export-file.ts';
import type { App } from '../../app.server.ts';
import { stagingFolderPrefix, clearSocket, chooseSocketPath } from './socket-path.ts';
import { refusalToJson } from './refusals.ts';
import type { HostAnswer, HostRequest } from './request.ts';

/** Bytes of a request body: the largest file that the host may import, and a margin. */
const maxBodyBytes = hostBounds.bytes + 65_536;

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
	const pieces: Buffer[] = [];
	let bytes = 0;
	for await (const piece of request as AsyncIterable<Buffer>) {
		bytes += piece.byteLength;
		if (bytes > maxBodyBytes) {
			const most = `${String(Math.round(hostBounds.bytes / 2 ** 20))} MB`;
			throw refuse(
				'too-large',
				'body.too-large',
				`This is more than ${most}. Nothing was changed. Take a smaller file.`
			);
		}
		pieces.push(piece);
	}
	return Buffer.concat(pieces);
}

/** Schemas of request bodies, by path. */
const schemas = {
	'/operate': z
		.object({
			operation: z.string(),
			account: z.string().optional(),
			input: z.unknown().optional()
		})
		.transform((parsed) => ({ kind: 'operate' as const, ...parsed })),
	'/host': z
		.object({ command: z.string(), input: z.unknown().optional() })
		.transform((parsed) => ({ kind: 'host' as const, ...parsed }))
};

/**
 * Parses a request: `POST /operate`, `POST /host` or `POST /import`.
 * @throws Refusal `body.too-large`, `body.not-fit`, `path.missing`
 */
async function requestIn(request: IncomingMessage): Promise<HostRequest> {
	const { pathname, searchParams } = new URL(request.url ?? '/', 'http://imago');
	const body = await bodyOf(request);
	if (request.method === 'POST' && pathname === '/import') {
		return { kind: 'import', account: searchParams.get('account') ?? undefined, bytes: body };
	}
	if (request.method === 'POST' && (pathname === '/operate' || pathname === '/host')) {
		const parsed = schemas[pathname].safeParse(parsedJson(body.toString()));
		if (parsed.success) return parsed.data;
		throw refuseInvalid(
			'body.not-fit',
			'What the command line sent cannot be read. Nothing was changed. It may be of another version.'
		);
	}
	throw refuse('missing', 'path.missing', 'There is nothing at this address.');
}

async function send(response: ServerResponse, { output, file, undo }: HostAnswer): Promise<void> {
	if (!file) {
		response.writeHead(200, { 'content-type': 'application/json' });
		response.end(JSON.stringify({ output, undo }));
		return;
	}
	response.writeHead(200, {
		'content-type': 'application/octet-stream',
		'x-imago-output': encodeURIComponent(JSON.stringify(output))
	});
	await pipeline(Readable.fromWeb(file as never), response);
}

function sendError(app: App, response: ServerResponse, error: unknown): void {
	if (response.headersSent) {
		// Closing the connection tells the client that the file is incomplete.
		response.destroy();
		return;
	}
	if (!(error instanceof Refusal)) app.log.error({ error }, 'a command of the host failed');
	const refusal =
		error instanceof Refusal
			? error
			: refuse(
					'unavailable',
					'server.failed',
					'Something here went wrong. What was saved before is safe. The log of the server says more.'
				);
	response.writeHead(refusal.status, { 'content-type': 'application/json' });
	response.end(JSON.stringify({ refusal: refusalToJson(refusal) }));
}

/**
 * Creates the socket in a folder with mode 0700, sets its mode to 0600 and moves it to its path, so that
 * no other user can connect at any moment.
 */
async function listenAt(server: Server, path: string): Promise<void> {
	const folder = mkdtempSync(join(dirname(path), stagingFolderPrefix));
	const stagingPath = join(folder, 's');
	try {
		await new Promise<void>((resolve, reject) => {
			server.once('error', reject);
			server.listen(stagingPath, resolve);
		});
		chmodSync(stagingPath, 0o600);
		renameSync(stagingPath, path);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

/**
 * Listens on a Unix socket in the data folder for the command line; only the owner of the folder can
 * connect, and no network.
 * @returns the app; its `close` also deletes the socket
 */
export async function withSocket(app: App): Promise<App> {
	if (process.platform === 'win32') return app;
	const path = chooseSocketPath(app.config.data);
	if (!path) {
		app.log.warn(
			`The path of ${app.config.data} is too long for a socket, and so is the temporary folder's. While this Imago runs, the command line cannot reach it. Set IMAGO_DATA to a shorter path, or TMPDIR.`
		);
		return app;
	}
	const server = createServer((request, response) => {
		void requestIn(request)
			// All operations are loaded with this module, so it is imported at the first request.
			.then(async (parsed) =>
				(await import('./host-requests.server.ts')).answerHostRequest(app, parsed)
			)
			.then((answered) => send(response, answered))
			.catch((error: unknown) => {
				sendError(app, response, error);
			});
	});
	await listenAt(server, path);
	return {
		...app,
		close: async () => {
			await new Promise((resolve) => {
				server.close(resolve);
				server.closeIdleConnections();
			});
			clearSocket(app.config.data);
			await app.close();
		}
	};
}
