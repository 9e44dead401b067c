import { Hono, type Context } from 'hono';
import { Refusal } from '#kernel/refusal.ts';
import type { AnyOperation, Caller } from '#server/perform.ts';
import type { App } from '../app.server.ts';
import { answerTo } from './answer.ts';
import { callerOf } from '../caller.server.ts';
import { countRequest, setQuotaHeaders } from '../quota.server.ts';
import { openApiDocument } from './document.ts';
import { problemFrom } from './problem.ts';
import { notJson } from '../json-body.ts';
import { failed, nothingThere, otherVerb } from './refusals.ts';
import { digestOfText } from './etag.ts';
import { byPath, placeOf, routeOf, verbsByPlace } from './verbs.ts';

interface Incoming {
	Bindings: { app: App; address: string };
}

/** Whatever went wrong as an answer; what is no refusal is a bug, and the log's. */
function answerOf(error: unknown, context: Context<Incoming>): Response {
	if (error === notJson) return problemFrom(notJson, 415);
	if (error instanceof Refusal) return problemFrom(error);
	context.env.app.log.error({ error, path: context.req.routePath }, 'a request failed');
	return problemFrom(failed);
}

/** Finds who asks, counts the request, answers it, and says on the answer what is left. */
async function forProgram(
	context: Context<Incoming>,
	answer: (caller: Caller) => Promise<Response>
): Promise<Response> {
	const { app, address } = context.env;
	const caller = await callerOf(app, address, context.req.raw.headers.get('authorization'));
	const { standing, refusal } = await countRequest(app, caller);
	let response: Response;
	try {
		if (refusal) throw refusal;
		response = await answer(caller);
	} catch (error) {
		response = answerOf(error, context);
	}
	setQuotaHeaders(response.headers, app.config.keyRequests, standing);
	return response;
}

/** The document that describes every operation, made once. */
function addDocument(router: Hono<Incoming>, operations: readonly AnyOperation[]): void {
	let kept: { text: string; tag: string } | undefined;
	router.get('/openapi.json', (context) => {
		if (!kept) {
			const text = JSON.stringify(openApiDocument(operations));
			kept = { text, tag: `"${digestOfText(text)}"` };
		}
		const headers = { etag: kept.tag, 'cache-control': 'private, no-cache' };
		if (context.req.header('if-none-match') === kept.tag) {
			return new Response(null, { status: 304, headers });
		}
		return new Response(kept.text, {
			headers: { ...headers, 'content-type': 'application/json' }
		});
	});
}

/** Every operation as a route below `/api/v1`, and the document that describes them. */
export function restRouter(operations: readonly AnyOperation[]): Hono<Incoming> {
	const router = new Hono<Incoming>().basePath('/api/v1');
	router.onError(answerOf);
	router.notFound(() => problemFrom(nothingThere));
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

	// After every verb that an address has: what is left asks which, or is told.
	const verbs = verbsByPlace(operations);
	for (const { http } of sorted) {
		const allowed = verbs.get(placeOf(http.path)) ?? [];
		router.all(routeOf(http.path), ({ req }) => {
			const asks = req.method === 'OPTIONS';
			const answer = asks
				? new Response(null, { status: 204 })
				: problemFrom(otherVerb(allowed), 405);
			answer.headers.set('allow', allowed.join(', '));
			return answer;
		});
	}
	return router;
}
