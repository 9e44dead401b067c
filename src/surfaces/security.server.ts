import type { Config } from '#server/config.ts';

/** Headers on every answer; the content policy with its nonces is Kit's (vite.config.ts). */
export function secured(response: Response, config: Pick<Config, 'origin'>): Response {
	const { headers } = response;
	headers.set('x-content-type-options', 'nosniff');
	headers.set('referrer-policy', 'no-referrer');
	headers.set('x-frame-options', 'DENY');
	headers.set('cross-origin-opener-policy', 'same-origin');
	headers.set('cross-origin-resource-policy', 'same-origin');
	headers.set('permissions-policy', 'camera=(), microphone=(), geolocation=(), browsing-topics=()');
	headers.set('x-robots-tag', 'noindex');
	if (!headers.has('content-security-policy')) {
		headers.set('content-security-policy', "default-src 'none'; frame-ancestors 'none'");
	}
	if (!headers.has('cache-control')) headers.set('cache-control', 'private, no-store');
	if (config.origin.startsWith('https://')) {
		headers.set('strict-transport-security', 'max-age=31536000; includeSubDomains');
	}
	return response;
}
