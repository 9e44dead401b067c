import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { addKey } from '#features/account/operations.server.ts';
import type { AnyOperation, Caller } from '#server/perform.ts';
import type { App } from '#surfaces/app.server.ts';
import { mcpHandler } from '#surfaces/mcp/http.server.ts';
import { operations } from '#surfaces/registry.server.ts';
import { openTestApp, type TestApp } from './app.ts';

type Revision = 'older' | '2026-07-28';

/** Connects the official client; with the older handshake unless another revision is named. */
export async function connect(
	url: string,
	key: string,
	revision: Revision = 'older'
): Promise<Client> {
	const client = new Client(
		{ name: 'tests', version: '1.0.0' },
		revision === 'older' ? {} : { versionNegotiation: { mode: { pin: revision } } }
	);
	const requestInit = { headers: { authorization: `Bearer ${key}` } };
	await client.connect(new StreamableHTTPClientTransport(new URL(url), { requestInit }));
	return client;
}

export interface ToolAnswer {
	refused: boolean;
	/** of a refusal */
	code: string | undefined;
	text: string;
	value: Record<string, unknown>;
}

/** Calls a tool and reads its answer as an assistant would. */
export async function use(
	client: Client,
	name: string,
	input: Record<string, unknown> = {}
): Promise<ToolAnswer> {
	const answer = await client.callTool({ name, arguments: input });
	const texts = answer.content.map((part) => (part.type === 'text' ? part.text : ''));
	const refused = answer.isError === true;
	return {
		refused,
		code: refused ? (JSON.parse(texts[1] ?? '{}') as { code: string }).code : undefined,
		text: texts[0] ?? '',
		value: (answer.structuredContent ?? {}) as Record<string, unknown>
	};
}

async function requestOf(
	incoming: IncomingMessage,
	url: string,
	key: string | undefined
): Promise<Request> {
	const headers = new Headers();
	for (const [name, value] of Object.entries(incoming.headers)) headers.set(name, String(value));
	if (key && !headers.has('authorization')) headers.set('authorization', `Bearer ${key}`);
	const method = incoming.method ?? 'GET';
	if (method === 'GET') return new Request(url, { headers });
	return new Request(url, { method, headers, body: await buffer(incoming) });
}

export interface Assistants {
	testApp: TestApp;
	/** the app behind the MCP endpoint, for example with another log */
	app: App;
	/** URL of the MCP endpoint */
	url: string;
	keyFor(effects: ('read' | 'draft' | 'write')[], caller?: Caller): Promise<string>;
	/** sets a key for requests without one, for programs that cannot send one */
	lend(key: string): void;
	close(): Promise<void>;
}

/** Serves MCP on a test app over HTTP, on a port of its own. */
export async function openAssistants(offered: readonly AnyOperation[] = operations) {
	const testApp = await openTestApp();
	const handle = mcpHandler(offered);
	let defaultKey: string | undefined;
	const answer = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
		const within = { app: assistants.app, address: '198.51.100.7' };
		const response = await handle(await requestOf(incoming, assistants.url, defaultKey), within);
		outgoing.writeHead(response.status, Object.fromEntries(response.headers));
		if (response.body) await pipeline(Readable.fromWeb(response.body as never), outgoing);
		else outgoing.end();
	};
	const server = createServer((incoming, outgoing) => {
		answer(incoming, outgoing).catch((error: unknown) => outgoing.destroy(error as Error));
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	testApp.app.config.origin = `http://127.0.0.1:${port}`;
	const assistants: Assistants = {
		testApp,
		app: testApp.app,
		url: `${testApp.app.config.origin}/mcp`,
		keyFor: async (effects, caller = testApp.caller) =>
			(await testApp.as(addKey, { name: 'An assistant', effects }, caller)).key,
		lend: (key) => {
			defaultKey = key;
		},
		close: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
			await testApp.close();
		}
	};
	return assistants;
}
