import type { Config } from '#server/config.ts';
import { securityHeaders } from '#server/security-headers.ts';

/** Headers on every answer; the content policy with its nonces is Kit's (vite.config.ts). */
export function secured(response: Response, config: Pick<Config, 'origin'>): Response {
	const { headers } = response;
	for (const [name, value] of securityHeaders(config)) {
		const isPages = name === 'content-security-policy' && headers.has(name);
		if (!isPages) headers.set(name, value);
	}
	if (!headers.has('cache-control')) headers.set('cache-control', 'private, no-store');
	return response;
}
