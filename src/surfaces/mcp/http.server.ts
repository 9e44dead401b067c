import { createMcpHandler } from '@modelcontextprotocol/server';
import { parsedJson } from '#kernel/json.ts';
import { Refusal, refuse } from '#kernel/refusal.ts';
import type { AnyOperation } from '#server/perform.ts';
import type { App } from '../app.server.ts';
import { callerOf } from '../caller.server.ts';
import { countRequest, setQuotaHeaders } from '../quota.server.ts';
import { readJsonText, usualBodyBytes } from '../json-body.ts';
import { problemFrom } from '../rest/problem.ts';
import { refuseElsewhere } from './allowed-origin.ts';
import { serverFor } from './server.server.ts';
import { offeredOf } from './tools.ts';

interface Within {
	app: App;
	/** of the client */
	address: string;
}

/** Calls that one request may bring [D]; each is counted. */
const mostInBatch = 20;

const tooManyInBatch = refuse(
	'too-large',
	'mcp.batch-too-large',
	`One request may bring ${String(mostInBatch)} messages at most. Nothing was done. Send them in smaller batches.`
);

/**
 * How many messages a body brings, as JSON-RPC 2.0 batches them in an array.
 * @throws Refusal `mcp.batch-too-large`
 */
function messagesIn(text: string): number {
	const body = parsedJson(text);
	// What is no JSON is answered by the protocol.
	if (!Array.isArray(body)) return 1;
	if (body.length > mostInBatch) throw tooManyInBatch;
	return Math.max(1, body.length);
}

/**
 * The door for assistants: the Model Context Protocol over HTTP, without sessions. A request
 * brings its key, is answered and forgotten, so any process may answer the next.
 * @returns what answers a request: 421 and 403 for what comes from elsewhere, 405 for all but POST,
 * 401 without a key, else what the protocol says
 */
export function mcpHandler(
	operations: readonly AnyOperation[]
): (request: Request, within: Within) => Promise<Response> {
	const offered = offeredOf(operations);
	return async (request, { app, address }) => {
		const elsewhere = refuseElsewhere(request, app.config);
		if (elsewhere) return elsewhere;
		// GET and DELETE belong to sessions, which there are none of.
		if (request.method !== 'POST') {
			return new Response(null, { status: 405, headers: { allow: 'POST' } });
		}
		try {
			const caller = await callerOf(app, address, request.headers.get('authorization'));
			const body = await readJsonText(request);
			const { standing, refusal } = await countRequest(app, caller, messagesIn(body));
			if (refusal) throw refusal;
			const handler = createMcpHandler(() => serverFor(app, caller, offered), {
				maxRequestBodySize: usualBodyBytes,
				onerror: (error) => app.log.debug({ error: error.name }, 'an assistant’s request was odd')
			});
			const { url, headers } = request;
			const response = await handler.fetch(new Request(url, { method: 'POST', headers, body }));
			setQuotaHeaders(response.headers, app.config.keyRequests, standing);
			response.headers.set('cache-control', 'private, no-store, no-transform');
			return response;
		} catch (error) {
			if (error instanceof Refusal) return problemFrom(error);
			throw error;
		}
	};
}
