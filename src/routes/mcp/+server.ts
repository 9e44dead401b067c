import { mcpHandler } from '#surfaces/mcp/http.server.ts';
import { operations } from '#surfaces/registry.server.ts';
import type { RequestHandler } from './$types';

const answer = mcpHandler(operations);

export const fallback: RequestHandler = ({ request, locals }) =>
	answer(request, { app: locals.app, address: locals.address });
