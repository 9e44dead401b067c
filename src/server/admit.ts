import type { IncomingMessage, ServerResponse } from 'node:http';
import { Admission, usualAdmission, type AdmissionBounds, type NotAdmitted } from './admission.ts';
import { cookieOf } from './auth/cookie.ts';
import { addressReader } from './client-address.ts';
import type { Config } from './config.ts';
import { networkOf } from './limiter.ts';

/** Health checks have a queue of their own: they are answered when nothing else is. */
const healthAdmission: AdmissionBounds = {
	...usualAdmission,
	activeOfOne: 2,
	active: 2,
	waitingOfOne: 20,
	waiting: 20
};

/** Characters of what a client is known by. */
const longestClient = 200;

/**
 * Who asks: a key or a session by what it sends, anybody else by their network. Whether it is valid
 * is looked at later; who invents keys gets turns for each and answers that cost next to nothing.
 */
export function clientOf(
	{ headers, socket }: Pick<IncomingMessage, 'headers' | 'socket'>,
	cookieName: string,
	readAddress: ReturnType<typeof addressReader>
): string {
	const cookie = headers.cookie?.split(/;\s*/).find((pair) => pair.startsWith(`${cookieName}=`));
	const known = headers.authorization ?? cookie;
	if (known !== undefined) return known.slice(0, longestClient);
	const forwarded = headers['x-forwarded-for'];
	const peer = socket.remoteAddress ?? '';
	return networkOf(readAddress(peer, typeof forwarded === 'string' ? forwarded : null));
}

const sentences: Record<NotAdmitted['status'], string> = {
	429: 'Too many requests at once from here. Nothing was changed. Try again in a moment.',
	503: 'This Imago has more to do than it can at the moment. Nothing was changed. Try again in a moment.'
};

/** As pages say it, or as programs read it (RFC 9457). */
function refuse(
	request: IncomingMessage,
	response: ServerResponse,
	{ status, retryAfter }: NotAdmitted
): void {
	const isForPrograms = /^\/(api\/v1\/|mcp\b)/.test(request.url ?? '');
	const sentence = sentences[status];
	const code = status === 429 ? 'requests.too-many' : 'server.busy';
	const title = status === 429 ? 'too-many' : 'unavailable';
	const body = isForPrograms
		? JSON.stringify({ type: `urn:imago:${code}`, title, status, detail: sentence, code })
		: `${sentence}\n`;
	response.writeHead(status, {
		'retry-after': String(retryAfter),
		'content-type': isForPrograms ? 'application/problem+json' : 'text/plain; charset=utf-8',
		// What it would have sent is not waited for.
		connection: 'close'
	});
	response.end(body);
}

/**
 * Puts fair turns before a handler of requests (`admission.ts`).
 * @returns what takes the place of the handler
 */
export function admitted(
	config: Pick<Config, 'origin' | 'trustedProxies'>,
	handler: (request: IncomingMessage, response: ServerResponse) => void
): (request: IncomingMessage, response: ServerResponse) => void {
	const usual = new Admission(usualAdmission);
	const health = new Admission(healthAdmission);
	const readAddress = addressReader(config.trustedProxies);
	const { name } = cookieOf(config);
	return (request, response) => {
		const isHealth = request.url === '/healthz';
		const admission = isHealth ? health : usual;
		const client = isHealth ? 'health' : clientOf(request, name, readAddress);
		admission.enter(client, {
			begin: () => {
				response.once('close', () => {
					admission.leave(client);
				});
				// Whoever left while waiting is asked for nothing more.
				if (response.destroyed) response.emit('close');
				else handler(request, response);
			},
			refuse: (why) => {
				refuse(request, response, why);
			}
		});
	};
}
