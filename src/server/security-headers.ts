import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Config } from './config.ts';

/**
 * Security headers of every response. SvelteKit replaces this content security policy on pages by
 * its own, with nonces; under this one nothing may be loaded.
 */
export function securityHeaders(config: Pick<Config, 'origin'>): [name: string, value: string][] {
	const isSecure = config.origin.startsWith('https://');
	return [
		['x-content-type-options', 'nosniff'],
		['referrer-policy', 'no-referrer'],
		['x-frame-options', 'DENY'],
		['cross-origin-opener-policy', 'same-origin'],
		['cross-origin-resource-policy', 'same-origin'],
		['permissions-policy', 'camera=(), microphone=(), geolocation=(), browsing-topics=()'],
		['x-robots-tag', 'noindex'],
		['content-security-policy', "default-src 'none'; frame-ancestors 'none'"],
		...(isSecure
			? [['strict-transport-security', 'max-age=31536000; includeSubDomains'] as [string, string]]
			: [])
	];
}

const textType = /^(text\/[\w.+-]+|application\/javascript|image\/svg\+xml)$/i;

/**
 * Adds the charset to a text content type: without it an older browser guesses. JSON is always
 * UTF-8 (RFC 8259).
 */
export function withCharset(type: string): string {
	return textType.test(type.trim()) ? `${type.trim()};charset=utf-8` : type;
}

/** Adds the charset to the content type when the head is written, however the type was set. */
function addCharset(response: ServerResponse): void {
	const write = response.writeHead.bind(response) as (...words: unknown[]) => ServerResponse;
	response.writeHead = ((status: number, ...rest: unknown[]) => {
		const given = rest.find((each) => typeof each === 'object' && each !== null);
		const headers = Array.isArray(given) ? undefined : (given as Record<string, unknown>);
		const name = headers && Object.keys(headers).find((each) => /^content-type$/i.test(each));
		if (headers && name && typeof headers[name] === 'string') {
			headers[name] = withCharset(headers[name]);
		} else {
			const type = response.getHeader('content-type');
			if (typeof type === 'string') response.setHeader('content-type', withCharset(type));
		}
		return write(status, ...rest);
	}) as ServerResponse['writeHead'];
}

/**
 * Sets the security headers before a request handler runs; headers that the handler sets replace
 * them.
 */
export function withSecurityHeaders(
	config: Pick<Config, 'origin'>,
	handler: (request: IncomingMessage, response: ServerResponse) => void
): (request: IncomingMessage, response: ServerResponse) => void {
	const headers = securityHeaders(config);
	return (request, response) => {
		for (const [name, value] of headers) response.setHeader(name, value);
		addCharset(response);
		handler(request, response);
	};
}

/**
 * The complete response to a malformed request; the response of Node would have no security
 * headers.
 */
export function malformedAnswer(config: Pick<Config, 'origin'>, status: string): string {
	const headers = securityHeaders(config).map(([name, value]) => `${name}: ${value}\r\n`);
	return `HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-length: 0\r\n${headers.join('')}\r\n`;
}
