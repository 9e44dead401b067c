import { Refusal } from '#kernel/refusal.ts';
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
 * @param path of the request, for the log
 */
export function problemFromError(
	error: unknown,
	log: { error(facts: { error: unknown; path: string }, message: string): void },
	path: string
): Response {
	if (error === notJson) return problemFrom(notJson, 415);
	if (error instanceof Refusal) return problemFrom(error);
	log.error({ error, path }, 'a request failed');
	return problemFrom(failed);
}
