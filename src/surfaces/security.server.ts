import type { Config } from '#server/config.ts';
import { securityHeaders } from '#server/security-headers.ts';

/**
 * Sets the security headers on a response. The content security policy of pages, with its nonces, is set
 * by SvelteKit (vite.config.ts); a response without Cache-Control gets `private, no-store`.
 */
export function withSecurityHeaders(response: Response, config: Pick<Config, 'origin'>): Response {
	const { headers } = response;
	for (const [name, value] of securityHeaders(config)) {
		const isPages = name === 'content-security-policy' && headers.has(name);
		if (!isPages) headers.set(name, value);
	}
	if (!headers.has('cache-control')) headers.set('cache-control', 'private, no-store');
	return response;
}
