import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Config } from './config.ts';

/**
 * Headers of every answer, whoever gives it. The content policy of a page, with its nonces, is Kit's
 * and takes the place of this one, under which nothing may be loaded at all.
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

/** A type of text says its letters: without this an older browser guesses. JSON has one way (RFC 8259). */
export function withCharset(type: string): string {
	return textType.test(type.trim()) ? `${type.trim()};charset=utf-8` : type;
}

/** Whatever way a type was set until the head is written, it gets its charset. */
function sayCharset(response: ServerResponse): void {
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

/** Puts the headers before a handler of requests: what it sets itself takes their place. */
export function withSecurityHeaders(
	config: Pick<Config, 'origin'>,
	handler: (request: IncomingMessage, response: ServerResponse) => void
): (request: IncomingMessage, response: ServerResponse) => void {
	const headers = securityHeaders(config);
	return (request, response) => {
		for (const [name, value] of headers) response.setHeader(name, value);
		sayCharset(response);
		handler(request, response);
	};
}

/** The whole answer to what is no request: Node's own would be without headers. */
export function malformedAnswer(config: Pick<Config, 'origin'>, status: string): string {
	const headers = securityHeaders(config).map(([name, value]) => `${name}: ${value}\r\n`);
	return `HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-length: 0\r\n${headers.join('')}\r\n`;
}
