import type { Refusal } from '#kernel/refusal.ts';

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
