import { mcpDoor } from '#surfaces/mcp/door.server.ts';
import { operations } from '#surfaces/registry.server.ts';
import type { RequestHandler } from './$types';

const answer = mcpDoor(operations);

export const fallback: RequestHandler = ({ request, locals }) =>
	answer(request, { app: locals.app, address: locals.address });
