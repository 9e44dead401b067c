import type { Logger } from 'pino';
import { z } from 'zod';
import { Refusal, refusalKinds } from '#kernel/refusal.ts';
import { notJson } from '../json-body.ts';
import { failed } from './refusals.ts';

/**
 * A refusal as problem+json (RFC 9457).
 * @param status a more specific HTTP status than that of the refusal, for example 415
 */
export function problemFrom(refusal: Refusal, status = refusal.status): Response {
	const headers = new Headers({ 'content-type': 'application/problem+json' });
	if (refusal.retryAfter !== undefined) headers.set('retry-after', String(refusal.retryAfter));
	if (status === 401) headers.set('www-authenticate', 'Bearer realm="Imago"');
	return new Response(
		JSON.stringify({
			type: `urn:imago:${refusal.code}`,
			title: refusal.kind,
			status,
			detail: refusal.sentence,
			code: refusal.code,
			...(refusal.fields.length > 0 ? { errors: refusal.fields } : {})
		}),
		{ status, headers }
	);
}

/**
 * Converts an error to a response; an error that is not a refusal is a bug and is logged.
 * @param path pattern of the route, for the log
 */
export function problemFromError(
	error: unknown,
	log: Pick<Logger, 'error'>,
	path: string
): Response {
	if (error === notJson) return problemFrom(notJson, 415);
	if (error instanceof Refusal) return problemFrom(error);
	log.error({ error, path }, 'a request failed');
	return problemFrom(failed);
}

const problem = z.object({
	title: z.enum(refusalKinds),
	detail: z.string(),
	code: z.string(),
	errors: z.array(z.object({ field: z.string(), sentence: z.string() })).default([])
});

/** The refusal of which a response is the problem: the inverse of `problemFrom`. */
export async function refusalFrom(response: Response): Promise<Refusal> {
	const {
		title: kind,
		detail: sentence,
		code,
		errors: fields
	} = problem.parse(await response.json());
	const retryAfter = response.headers.get('retry-after');
	return new Refusal({
		kind,
		code,
		sentence,
		fields,
		...(retryAfter === null ? {} : { retryAfter: Number(retryAfter) })
	});
}
