import { operations } from '#surfaces/registry.server.ts';
import { restRouter } from '#surfaces/rest/router.ts';
import type { RequestHandler } from './$types';

const router = restRouter(operations);

const answer: RequestHandler = ({ request, locals }) =>
	router.fetch(request, { app: locals.app, address: locals.address });

export const GET = answer;
export const HEAD = answer;
export const fallback = answer;
