import { chmodSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { parsedJson } from '#kernel/json.ts';
import { Refusal, refuse } from '#kernel/refusal.ts';
import { hostBounds } from '#server/transfer/read-export-file.ts';
import type { App } from '../../app.server.ts';
import { birthFolder, clearSocket, chooseSocketPath } from './socket-path.ts';
import { wordsOfRefusal } from './refusals.ts';
import type { Answer, Request } from './request.ts';

/** The host may bring in larger files than a browser; nothing else is nearly as long. */
const longestBody = hostBounds.bytes + 65_536;

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
	const pieces: Buffer[] = [];
	let bytes = 0;
	for await (const piece of request as AsyncIterable<Buffer>) {
		bytes += piece.byteLength;
		if (bytes > longestBody) {
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

/** What may be asked, by the address that it comes to. */
const shapes = {
	'/operate': z
		.object({
			operation: z.string(),
			account: z.string().optional(),
			input: z.unknown().optional()
		})
		.transform((asked) => ({ kind: 'operate' as const, ...asked })),
	'/host': z
		.object({ command: z.string(), input: z.unknown().optional() })
		.transform((asked) => ({ kind: 'host' as const, ...asked }))
};

/** The address says what is asked: `POST /operate`, `POST /host`, `POST /arrive`. */
async function requestIn(request: IncomingMessage): Promise<Request> {
	const { pathname, searchParams } = new URL(request.url ?? '/', 'http://imago');
	const body = await bodyOf(request);
	if (request.method === 'POST' && pathname === '/arrive') {
		return { kind: 'arrive', account: searchParams.get('account') ?? undefined, bytes: body };
	}
	if (request.method === 'POST' && (pathname === '/operate' || pathname === '/host')) {
		const asked = shapes[pathname].safeParse(parsedJson(body.toString()));
		if (asked.success) return asked.data;
		throw refuse(
			'invalid',
			'body.not-fit',
			'What the command line sent cannot be read. Nothing was changed. It may be of another version.'
		);
	}
	throw refuse('missing', 'path.missing', 'There is nothing at this address.');
}

async function send(response: ServerResponse, { output, file, undo }: Answer): Promise<void> {
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

function refuseTo(app: App, response: ServerResponse, error: unknown): void {
	if (response.headersSent) {
		// A file that broke off must not look whole.
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
	response.end(JSON.stringify({ refusal: wordsOfRefusal(refusal) }));
}

/**
 * The socket comes into being in a folder that nobody else can enter, and moves to its place once
 * it is its owner's alone: there is no moment at which another one could open it.
 */
async function listenAt(server: Server, path: string): Promise<void> {
	const folder = mkdtempSync(join(dirname(path), birthFolder));
	const born = join(folder, 's');
	try {
		await new Promise<void>((resolve, reject) => {
			server.once('error', reject);
			server.listen(born, resolve);
		});
		chmodSync(born, 0o600);
		renameSync(born, path);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

/**
 * Listens in the data folder for the command line, readable by the folder's owner alone and
 * reachable by no network.
 * @returns the program, whose end takes the socket away too
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
			// Every operation is loaded with it: at the first command, not at every start.
			.then(async (asked) => (await import('./host-requests.server.ts')).answer(app, asked))
			.then((answered) => send(response, answered))
			.catch((error: unknown) => {
				refuseTo(app, response, error);
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
