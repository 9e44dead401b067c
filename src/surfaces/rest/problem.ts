import type { Refusal } from '#kernel/refusal.ts';

/** A refusal as problem+json (RFC 9457). */
export function problemFrom(refusal: Refusal): Response {
	const headers = new Headers({ 'content-type': 'application/problem+json' });
	if (refusal.retryAfter !== undefined) headers.set('retry-after', String(refusal.retryAfter));
	if (refusal.status === 401) headers.set('www-authenticate', 'Bearer realm="Imago"');
	return new Response(
		JSON.stringify({
			type: `urn:imago:${refusal.code}`,
			title: refusal.kind,
			status: refusal.status,
			detail: refusal.sentence,
			code: refusal.code,
			...(refusal.fields.length > 0 ? { errors: refusal.fields } : {})
		}),
		{ status: refusal.status, headers }
	);
}
