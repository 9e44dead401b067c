import { Hono } from 'hono';
import { Refusal, refuse } from '#kernel/refusal.ts';
import { perform, type AnyOperation } from '#server/perform.ts';
import type { App } from '../app.server.ts';
import { callerOf } from '../caller.server.ts';
import { inputFrom } from '../forms/fields.ts';
import { readJson, usualBodyBytes } from './body.ts';
import { openApiDocument } from './document.ts';
import { problemFrom } from './problem.ts';

interface Incoming {
	Bindings: { app: App; address: string };
}

/** Query parameters are texts like the fields of a form, and become input the same way. */
function fromQuery(operation: AnyOperation, url: string): Record<string, unknown> {
	const form = new FormData();
	for (const [name, value] of new URL(url).searchParams) form.append(name, value);
	return inputFrom(operation.input, form);
}

/** `/people/find` before `/people/{id}`: what is spelt out wins over what stands for anything. */
function byPath(one: AnyOperation, other: AnyOperation): number {
	const key = (operation: AnyOperation): string =>
		operation.http.path.replaceAll('{', '\u{10ffff}');
	return key(one) < key(other) ? -1 : 1;
}

/** Every operation as a route below `/api/v1`, and the document that describes them. */
export function restRouter(operations: readonly AnyOperation[]): Hono<Incoming> {
	const router = new Hono<Incoming>().basePath('/api/v1');
	router.onError((error, context) => {
		if (error instanceof Refusal) return problemFrom(error);
		context.env.app.log.error({ error, path: context.req.routePath }, 'a request failed');
		return problemFrom(
			refuse(
				'unavailable',
				'server.failed',
				'Something here went wrong. What was saved before is safe.'
			)
		);
	});
	router.notFound(() =>
		problemFrom(refuse('missing', 'path.missing', 'There is nothing at this address.'))
	);

	let document: string | undefined;
	router.get('/openapi.json', (context) => {
		document ??= JSON.stringify(openApiDocument(operations));
		return context.body(document, 200, { 'content-type': 'application/json' });
	});

	for (const operation of operations.toSorted(byPath)) {
		const path = operation.http.path.replace(/\{(\w+)\}/g, ':$1');
		router.on(operation.http.verb, path, async (context) => {
			const { app, address } = context.env;
			const caller = await callerOf(app, address, context.req.raw.headers.get('authorization'));
			const inQuery = operation.http.verb === 'GET' || operation.http.verb === 'DELETE';
			const given = inQuery
				? fromQuery(operation, context.req.url)
				: await readJson(context.req.raw, operation.bodyBytes ?? usualBodyBytes);
			const output = await perform(app, operation, caller, { ...given, ...context.req.param() });
			// The answer is what the document promises: anything beyond the shape stays inside.
			return context.json(operation.output.parse(output) as object);
		});
	}
	return router;
}
