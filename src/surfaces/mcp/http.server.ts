import { createMcpHandler } from '@modelcontextprotocol/server';
import { parsedJson } from '#kernel/json.ts';
import { Refusal, refuse } from '#kernel/refusal.ts';
import type { AnyOperation } from '#server/perform.ts';
import type { App } from '../app.server.ts';
import { callerOf } from '../caller.server.ts';
import { countRequest, setQuotaHeaders } from '../quota.server.ts';
import { readJsonText, usualBodyBytes } from '../json-body.ts';
import { problemFrom } from '../rest/problem.ts';
import { refuseForeignRequest } from './foreign-request.ts';
import { serverFor } from './server.server.ts';
import { offeredOf } from './tools.ts';

interface RequestContext {
	app: App;
	/** of the client */
	address: string;
}

/** JSON-RPC messages that one request may have [D]; each counts against the rate limit. */
const mostInBatch = 20;

const tooManyInBatch = refuse(
	'too-large',
	'mcp.batch-too-large',
	`One request can have ${String(mostInBatch)} messages at most. Nothing was changed. Send smaller batches.`
);

/**
 * The number of messages in a body; JSON-RPC 2.0 batches them in an array.
 * @throws Refusal `mcp.batch-too-large`
 */
function messagesIn(text: string): number {
	const body = parsedJson(text);
	// The MCP handler answers a body that is not JSON.
	if (!Array.isArray(body)) return 1;
	if (body.length > mostInBatch) throw tooManyInBatch;
	return Math.max(1, body.length);
}

/**
 * The Model Context Protocol over HTTP, stateless: each request carries its API key and no session is
 * kept, so any process may answer the next one.
 * @returns a handler that answers 421 or 403 for a foreign Host or Origin, 405 for everything but POST,
 * 401 without a valid key, otherwise as the protocol defines
 */
export function mcpHandler(
	operations: readonly AnyOperation[]
): (request: Request, within: RequestContext) => Promise<Response> {
	const offered = offeredOf(operations);
	return async (request, { app, address }) => {
		const refused = refuseForeignRequest(request, app.config);
		if (refused) return refused;
		// GET and DELETE are for sessions, which this server does not have.
		if (request.method !== 'POST') {
			return new Response(null, { status: 405, headers: { allow: 'POST' } });
		}
		try {
			const caller = await callerOf(app, address, request.headers.get('authorization'));
			const body = await readJsonText(request);
			const { quota, refusal } = await countRequest(app, caller, messagesIn(body));
			if (refusal) throw refusal;
			const handler = createMcpHandler(() => serverFor(app, caller, offered), {
				maxRequestBodySize: usualBodyBytes,
				onerror: (error) => app.log.debug({ error: error.name }, 'an assistant’s request was odd')
			});
			const { url, headers } = request;
			const response = await handler.fetch(new Request(url, { method: 'POST', headers, body }));
			setQuotaHeaders(response.headers, app.config.keyRequests, quota);
			response.headers.set('cache-control', 'private, no-store, no-transform');
			return response;
		} catch (error) {
			if (error instanceof Refusal) return problemFrom(error);
			throw error;
		}
	};
}
