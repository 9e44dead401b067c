import { Hono, type Context } from 'hono';
import type { AnyOperation, Caller } from '#server/perform.ts';
import type { App } from '../app.server.ts';
import { answerTo } from './answer.ts';
import { callerOf } from '../caller.server.ts';
import { countRequest, setQuotaHeaders } from '../quota.server.ts';
import { openApiDocument } from './document.ts';
import { problemFrom, problemFromError } from './problem.ts';
import { pathNotFound, methodNotAllowed } from './refusals.ts';
import { digestOfText } from './etag.ts';
import { byPath, pathPattern, routeOf, verbsByPath } from './verbs.ts';

interface RouterEnv {
	Bindings: { app: App; address: string };
}

const problemOf = (error: unknown, { env, req }: Context<RouterEnv>): Response =>
	problemFromError(error, env.app.log, req.routePath);

/**
 * Authenticates the key, counts the request against its rate limit, answers it, and sets the rate limit
 * headers.
 */
async function forProgram(
	context: Context<RouterEnv>,
	answer: (caller: Caller) => Promise<Response>
): Promise<Response> {
	const { app, address } = context.env;
	const caller = await callerOf(app, address, context.req.raw.headers.get('authorization'));
	const { quota, refusal } = await countRequest(app, caller);
	let response: Response;
	try {
		if (refusal) throw refusal;
		response = await answer(caller);
	} catch (error) {
		response = problemOf(error, context);
	}
	setQuotaHeaders(response.headers, app.config.keyRequests, quota);
	return response;
}

/** The OpenAPI document, built at the first request. */
function addDocument(router: Hono<RouterEnv>, operations: readonly AnyOperation[]): void {
	let cached: { text: string; tag: string } | undefined;
	router.get('/openapi.json', (context) => {
		if (!cached) {
			const text = JSON.stringify(openApiDocument(operations));
			cached = { text, tag: `"${digestOfText(text)}"` };
		}
		const headers = { etag: cached.tag, 'cache-control': 'private, no-cache' };
		if (context.req.header('if-none-match') === cached.tag) {
			return new Response(null, { status: 304, headers });
		}
		return new Response(cached.text, {
			headers: { ...headers, 'content-type': 'application/json' }
		});
	});
}

/** A router with every operation below `/api/v1`, and the OpenAPI document. */
export function restRouter(operations: readonly AnyOperation[]): Hono<RouterEnv> {
	const router = new Hono<RouterEnv>().basePath('/api/v1');
	router.onError(problemOf);
	router.notFound(() => problemFrom(pathNotFound));
	addDocument(router, operations);

	const sorted = operations.toSorted((one, other) => byPath(one.http, other.http));
	const reads = new Map(
		operations.filter(({ http }) => http.verb === 'GET').map((each) => [each.name, each])
	);
	for (const operation of sorted) {
		router.on(operation.http.verb, routeOf(operation.http.path), (context) =>
			forProgram(context, (caller) =>
				answerTo(context.env.app, operation, caller, context.req, reads)
			)
		);
	}

	// After all routes of a path: OPTIONS gets `Allow`, every other method 405.
	const verbs = verbsByPath(operations);
	for (const { http } of sorted) {
		const allowed = verbs.get(pathPattern(http.path)) ?? [];
		router.all(routeOf(http.path), ({ req }) => {
			const isOptions = req.method === 'OPTIONS';
			const answer = isOptions
				? new Response(null, { status: 204 })
				: problemFrom(methodNotAllowed(allowed), 405);
			answer.headers.set('allow', allowed.join(', '));
			return answer;
		});
	}
	return router;
}
