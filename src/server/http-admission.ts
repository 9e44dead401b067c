import type { IncomingMessage, ServerResponse } from 'node:http';
import {
	Admission,
	defaultAdmission,
	type AdmissionBounds,
	type ClientKind,
	type AdmissionRefusal,
	type Slot
} from './admission-queue.ts';
import { cookieOf } from './auth/cookie.ts';
import { addressReader } from './client-address.ts';
import type { Config } from './config.ts';
import { credentialOf, isForPrograms, type KnownCredentials } from './known-credentials.ts';
import { networkOf } from './rate-limiter.ts';

/**
 * Health checks have a queue of their own, so that they are answered while the other queue is full.
 */
const healthAdmission: AdmissionBounds = {
	...defaultAdmission,
	activePerClient: 2,
	active: 2,
	waitingPerClient: 20,
	waiting: 20
};

/**
 * Milliseconds within which a request body must arrive; after them the request releases its slot.
 */
const bodyDelayMillis = 250;
/** Milliseconds after which a request without sign-in is closed if its body has not arrived. */
const bodyTimeoutMillis = 20_000;
/** Slow bodies that are waited for at once, per client; a network may be many people. */
const slowPerClient = 8;
const slowPerNetwork = 64;

/** Characters of a credential that identify its client. */
const clientNameLength = 200;

function pathOf(url: string): string {
	return URL.parse(`http://host${url}`)?.pathname ?? '';
}

/** The client of a request: a workspace, a credential that was not looked up yet, or a network. */
interface Client {
	/** begins with the kind, so that a credential cannot imitate the name of another kind */
	name: string;
	kind: ClientKind;
}

/**
 * Identifies the client of a request: the workspace of a key or session that was found valid
 * before; otherwise the credential that the request carries; otherwise its network. The credential
 * is verified later: a client that invents keys gets a queue for each of them and answers that cost
 * next to nothing.
 */
function clientOf(
	{ url = '', headers, socket }: IncomingMessage,
	cookieName: string,
	known: KnownCredentials,
	readAddress: ReturnType<typeof addressReader>
): Client {
	const { authorization, cookie } = headers;
	const credential = credentialOf({ path: pathOf(url), authorization, cookie }, cookieName);
	if (credential !== undefined) {
		const workspaceId = known.workspaceOf(credential);
		return workspaceId === undefined
			? { name: `credential ${credential.slice(0, clientNameLength)}`, kind: 'credential' }
			: { name: `workspace ${workspaceId}`, kind: 'workspace' };
	}
	const forwarded = headers['x-forwarded-for'];
	const peer = socket.remoteAddress ?? '';
	const address = readAddress(peer, typeof forwarded === 'string' ? forwarded : null);
	return { name: `network ${networkOf(address)}`, kind: 'network' };
}

const sentences: Record<AdmissionRefusal['status'], string> = {
	429: 'Too many requests at once from your network. Nothing was changed. Try again in a moment.',
	503: 'The server is very busy right now. Nothing was changed. Try again in a moment.'
};

/** Answers a refused request: plain text for pages, a problem document for programs (RFC 9457). */
function refuse(
	request: IncomingMessage,
	response: ServerResponse,
	{ status, retryAfter }: AdmissionRefusal
): void {
	const fromProgram = isForPrograms(pathOf(request.url ?? ''));
	const sentence = sentences[status];
	const code = status === 429 ? 'requests.too-many' : 'server.busy';
	const title = status === 429 ? 'too-many' : 'unavailable';
	const body = fromProgram
		? JSON.stringify({ type: `urn:imago:${code}`, title, status, detail: sentence, code })
		: `${sentence}\n`;
	response.writeHead(status, {
		'retry-after': String(retryAfter),
		'content-type': fromProgram ? 'application/problem+json' : 'text/plain; charset=utf-8',
		// The rest of the request body is not read.
		connection: 'close'
	});
	response.end(body);
}

function hasBody({ headers }: IncomingMessage): boolean {
	return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}

/** Counts the slow request bodies that are waited for, by client. */
class SlowBodies {
	readonly #of = new Map<string, number>();

	/** @returns whether the limit allows one more */
	enter({ name, kind }: Client): boolean {
		const count = this.#of.get(name) ?? 0;
		if (count >= (kind === 'network' ? slowPerNetwork : slowPerClient)) return false;
		this.#of.set(name, count + 1);
		return true;
	}

	leave({ name }: Client): void {
		const left = (this.#of.get(name) ?? 1) - 1;
		if (left > 0) this.#of.set(name, left);
		else this.#of.delete(name);
	}
}

/**
 * Keeps the slot of a request until its answer begins or its connection closes. While a slow body
 * is read, and while the client fetches the answer, the slot is released.
 */
function holdSlot(
	admission: Admission,
	client: Client,
	slow: SlowBodies,
	acquired: Slot,
	request: IncomingMessage,
	response: ServerResponse
): void {
	let slot: Slot | undefined = acquired;
	const release = (): void => {
		if (slot) admission.leave(slot);
		slot = undefined;
	};
	const write = response.writeHead.bind(response) as (...parameters: unknown[]) => ServerResponse;
	response.writeHead = ((...parameters: unknown[]) => {
		release();
		return write(...parameters);
	}) as ServerResponse['writeHead'];
	response.once('close', release);
	if (!hasBody(request)) return;

	const bodyDelay = setTimeout(() => {
		if (request.complete || !slot) return;
		if (!slow.enter(client)) {
			request.destroy();
			return;
		}
		release();
		const bodyTimeout =
			client.kind === 'network'
				? setTimeout(() => request.destroy(), bodyTimeoutMillis - bodyDelayMillis)
				: undefined;
		const onBodyEnd = (): void => {
			clearTimeout(bodyTimeout);
			slow.leave(client);
			request.off('end', onBodyEnd).off('close', onBodyEnd);
			if (!request.complete || response.headersSent || response.destroyed) return;
			slot = admission.rejoin(client.name);
		};
		request.once('end', onBodyEnd).once('close', onBodyEnd);
	}, bodyDelayMillis);
	response.once('close', () => {
		clearTimeout(bodyDelay);
	});
}

/**
 * Puts admission control (`admission-queue.ts`) before a request handler.
 * @returns the handler to use instead
 */
export function withAdmission(
	config: Pick<Config, 'origin' | 'trustedProxies'>,
	known: KnownCredentials,
	handler: (request: IncomingMessage, response: ServerResponse) => void
): (request: IncomingMessage, response: ServerResponse) => void {
	const standard = new Admission(defaultAdmission);
	const healthChecks = new Admission(healthAdmission);
	const readAddress = addressReader(config.trustedProxies);
	const { name } = cookieOf(config);
	const slow = new SlowBodies();
	return (request, response) => {
		const isHealth = request.url === '/healthz';
		const admission = isHealth ? healthChecks : standard;
		const client: Client = isHealth
			? { name: 'health', kind: 'credential' }
			: clientOf(request, name, known, readAddress);
		const callbacks = {
			begin: (slot: Slot) => {
				holdSlot(admission, client, slow, slot, request, response);
				// A client that closed the connection while it was queued gets no processing.
				if (response.destroyed) response.emit('close');
				else handler(request, response);
			},
			refuse: (why: AdmissionRefusal) => {
				refuse(request, response, why);
			}
		};
		admission.enter(client.name, callbacks, client.kind);
	};
}
