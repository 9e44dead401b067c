import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { enableCompileCache } from 'node:module';
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { beginAddress } from '#kernel/page-addresses.ts';
import { withAdmission } from './http-admission.ts';
import { firstAccountCode } from './auth/links.ts';
import { readConfig, WrongConfig, type Config } from './config.ts';
import { FolderRefused } from './data-folder.ts';
import { allowedHosts } from './allowed-hosts.ts';
import { NewerSchema } from './db/migrations.ts';
import { projectRoot } from './project-root.ts';
import { malformedAnswer, withSecurityHeaders } from './security-headers.ts';
import type { Database } from './db/open.ts';
import type { KnownCredentials } from './known-credentials.ts';

/** What this entry needs of the app that the bundle opened; see `surfaces/running-app.ts`. */
interface Running {
	database: Database;
	knownCredentials: KnownCredentials;
	close(): Promise<void>;
}

function print(text: string): void {
	process.stdout.write(`${text}\n`);
}

/** Sets the environment variables that the bundle of adapter-node reads. */
function setAdapterEnvironment(config: Config): void {
	process.env.PROTOCOL_HEADER = 'x-imago-protocol';
	process.env.HOST_HEADER = 'x-imago-host';
	// Upper limit over all routes; each route has a lower one of its own. A file sent through REST is
	// base64, a third longer.
	process.env.BODY_SIZE_LIMIT = String(Math.ceil(config.uploadLimit * 1.34) + 64 * 1024);
}

async function serve(): Promise<void> {
	// Files are accessible to their owner alone, also those that a library creates.
	process.umask(0o077);
	// Reuses the code cache of the last start.
	enableCompileCache(join(projectRoot, 'node_modules/.imago/compiled'));
	const config = readConfig(process.env);
	setAdapterEnvironment(config);
	const entry = pathToFileURL(join(projectRoot, 'build/handler.js')).href;
	const { handler } = (await import(entry)) as {
		handler: (request: IncomingMessage, response: ServerResponse) => void;
	};
	const running = (globalThis as Record<symbol, Running | undefined>)[Symbol.for('imago.app')];
	if (!running) throw new Error('The build belongs to another version. Run npm start again.');

	const { protocol, host } = new URL(config.origin);
	let hosts = allowedHosts(config, config.port);
	const answer = withAdmission(config, running.knownCredentials, handler);
	const respond = (request: IncomingMessage, response: ServerResponse): void => {
		if (!hosts.has(request.headers.host ?? '')) {
			response.writeHead(421, { 'content-type': 'text/plain; charset=utf-8' });
			response.end(
				`The address of this Imago is ${config.origin}. If that is not right, set IMAGO_ORIGIN.\n`
			);
			return;
		}
		request.headers['x-imago-protocol'] = protocol.slice(0, -1);
		request.headers['x-imago-host'] = protocol === 'https:' ? host : request.headers.host;
		answer(request, response);
	};
	// A request without Host is answered by this program, with its headers (421); Node would answer
	// without them.
	const handle = withSecurityHeaders(config, respond);
	const server = createServer({ requireHostHeader: false }, handle);
	const refuseExpectation = withSecurityHeaders(config, (_, response) => {
		response.writeHead(417, { connection: 'close' }).end();
	});
	server.on('checkExpectation', refuseExpectation);
	server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
		if (error.code === 'ECONNRESET' || !socket.writable) {
			socket.destroy();
			return;
		}
		const tooLong = error.code === 'HPE_HEADER_OVERFLOW';
		const late = error.code === 'ERR_HTTP_REQUEST_TIMEOUT';
		const status = tooLong
			? '431 Request Header Fields Too Large'
			: late
				? '408 Request Timeout'
				: '400 Bad Request';
		socket.end(malformedAnswer(config, status));
	});
	// No browser or proxy sends more than about sixty headers.
	server.maxHeadersCount = 100;
	server.headersTimeout = 20_000;
	server.requestTimeout = 120_000;

	await new Promise<void>((resolve, reject) => {
		server.once('error', reject);
		server.listen(config.port, config.host, resolve);
	});
	const address = server.address();
	const port = typeof address === 'object' && address ? address.port : config.port;
	hosts = allowedHosts(config, port);
	const origin = config.port === 0 ? config.origin.replace(/:0$/, `:${port}`) : config.origin;
	const code = await running.database.write((tx) => firstAccountCode(tx, new Date().toISOString()));
	print(`Imago is running at ${origin}`);
	if (code)
		print(
			`There is no account yet. Create the first account with this link (it works once): ${origin}${beginAddress(code)}`
		);

	let ending = false;
	const end = (): void => {
		// A second Ctrl-C does not wait for open requests.
		if (ending) process.exit(130);
		ending = true;
		const forceClose = setTimeout(() => {
			server.closeAllConnections();
		}, 5000);
		forceClose.unref();
		server.close(() => {
			void running.close().then(() => {
				print('Imago has stopped. Everything is saved.');
				process.exit(0);
			});
		});
		server.closeIdleConnections();
	};
	process.on('SIGINT', end);
	process.on('SIGTERM', end);
}

/**
 * The message for the terminal, where the host can solve the problem; nothing for any other error.
 */
function sentenceFor(error: unknown): string | undefined {
	// The bundle has copies of the classes, so the names are compared.
	if (!(error instanceof Error)) return undefined;
	if (
		['DatabaseRefused', FolderRefused.name, NewerSchema.name, WrongConfig.name].includes(error.name)
	) {
		return error.message;
	}
	const { code } = error as NodeJS.ErrnoException;
	if (code === 'EADDRINUSE') {
		return `Another program already uses port ${process.env.PORT ?? '4321'}. Stop that program, or start with PORT=4322 npm start.`;
	}
	if (code === 'EACCES' || code === 'EROFS') return `${error.message}. Imago needs to write there.`;
	return undefined;
}

try {
	await serve();
} catch (error) {
	const sentence = sentenceFor(error);
	process.stderr.write(`Imago did not start.\n${sentence ?? String((error as Error).stack)}\n`);
	process.exit(sentence ? 78 : 70);
}
