import { McpServer, ProtocolError, ProtocolErrorCode } from '@modelcontextprotocol/server';
import { can } from '#kernel/access.ts';
import type { Caller } from '#server/perform.ts';
import { version } from '#server/version.ts';
import type { App } from '../app.server.ts';
import { call } from './call.server.ts';
import { instructions } from './instructions.ts';
import { offerPrompts } from './prompts.ts';
import type { Offered } from './tools.ts';

/** The lists change only with a new version, so that a client may cache them for an hour. */
const stable = { ttlMs: 3_600_000, cacheScope: 'private' } as const;

/**
 * Makes the MCP server of one request for one caller; it has no state between requests. The tool list
 * comes from `offered`, which is built once: registering each tool with the library per request would
 * convert forty schemas every time.
 * @param offered all tools; a key gets those whose effect it has
 */
export function serverFor(
	app: App,
	caller: Caller,
	offered: ReadonlyMap<string, Offered>
): McpServer {
	const server = new McpServer(
		{ name: 'imago', title: 'Imago', version, websiteUrl: app.config.origin },
		{
			instructions,
			capabilities: { tools: { listChanged: false }, prompts: { listChanged: false } },
			cacheHints: { 'tools/list': stable, 'prompts/list': stable, 'server/discover': stable }
		}
	);
	offerPrompts(server, (effect) => can(caller.actor, effect) === 'yes');
	server.server.setRequestHandler('tools/list', () => ({
		tools: [...offered.values()]
			.filter(({ operation }) => can(caller.actor, operation.effect) === 'yes')
			.map(({ tool }) => tool)
	}));
	server.server.setRequestHandler('tools/call', ({ params }) => {
		const one = offered.get(params.name);
		if (one) return call(app, one, caller, params.arguments ?? {});
		throw new ProtocolError(
			ProtocolErrorCode.InvalidParams,
			'There is no such tool. Nothing was changed. tools/list shows all tools. There are none for sending, writing or account security.'
		);
	});
	return server;
}
