import type { IncomingMessage, ServerResponse } from 'node:http';
import {
	Admission,
	usualAdmission,
	type AdmissionBounds,
	type ClientKind,
	type NotAdmitted,
	type Slot
} from './admission.ts';
import { cookieOf } from './auth/cookie.ts';
import { addressReader } from './client-address.ts';
import type { Config } from './config.ts';
import { credentialOf, isForPrograms, type KnownCredentials } from './known-credentials.ts';
import { networkOf } from './limiter.ts';

/** Health checks have a queue of their own: they are answered when nothing else is. */
const healthAdmission: AdmissionBounds = {
	...usualAdmission,
	activeOfOne: 2,
	active: 2,
	waitingOfOne: 20,
	waiting: 20
};

/** Milliseconds that a body may take before its request leaves its place to others. */
const promptBody = 250;
/** Milliseconds after which a body that has not come is waited for no more, of those not signed in. */
const slowestBody = 20_000;
/** Slow bodies of one client at a time; of a network, many people's. */
const slowOfOne = 8;
const slowOfNetwork = 64;

/** Characters of what a client is known by. */
const longestClient = 200;

function pathOf(url: string): string {
	return URL.parse(`http://host${url}`)?.pathname ?? '';
}

/** Who asks: a workspace, a credential that nobody has looked up yet, or a whole network. */
interface Client {
	/** begins with which of the three it is, so that none can be spelled as another */
	name: string;
	kind: ClientKind;
}

/**
 * Who asks: a workspace by a key or a session that was found valid before, another one by what it
 * sends, anybody else by their network. Whether it is valid is looked at later; who invents keys gets
 * turns for each and answers that cost next to nothing.
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
			? { name: `credential ${credential.slice(0, longestClient)}`, kind: 'credential' }
			: { name: `workspace ${workspaceId}`, kind: 'workspace' };
	}
	const forwarded = headers['x-forwarded-for'];
	const peer = socket.remoteAddress ?? '';
	const address = readAddress(peer, typeof forwarded === 'string' ? forwarded : null);
	return { name: `network ${networkOf(address)}`, kind: 'network' };
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
		// What it would have sent is not waited for.
		connection: 'close'
	});
	response.end(body);
}

function hasBody({ headers }: IncomingMessage): boolean {
	return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}

/** Counts the bodies that are waited for, by client. */
class SlowBodies {
	readonly #of = new Map<string, number>();

	/** @returns whether one more is waited for */
	enter({ name, kind }: Client): boolean {
		const count = this.#of.get(name) ?? 0;
		if (count >= (kind === 'network' ? slowOfNetwork : slowOfOne)) return false;
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
 * Holds a place while a request is worked on: until its answer begins. It is nobody's work to wait for
 * a client, neither for a slow body nor until an answer is fetched.
 */
function holdSlot(
	admission: Admission,
	client: Client,
	slow: SlowBodies,
	taken: Slot,
	request: IncomingMessage,
	response: ServerResponse
): void {
	let slot: Slot | undefined = taken;
	const give = (): void => {
		if (slot) admission.leave(slot);
		slot = undefined;
	};
	const write = response.writeHead.bind(response) as (...words: unknown[]) => ServerResponse;
	response.writeHead = ((...words: unknown[]) => {
		give();
		return write(...words);
	}) as ServerResponse['writeHead'];
	response.once('close', give);
	if (!hasBody(request)) return;

	const late = setTimeout(() => {
		if (request.complete || !slot) return;
		if (!slow.enter(client)) {
			request.destroy();
			return;
		}
		give();
		const never =
			client.kind === 'network'
				? setTimeout(() => request.destroy(), slowestBody - promptBody)
				: undefined;
		const come = (): void => {
			clearTimeout(never);
			slow.leave(client);
			request.off('end', come).off('close', come);
			if (!request.complete || response.headersSent || response.destroyed) return;
			slot = admission.rejoin(client.name);
		};
		request.once('end', come).once('close', come);
	}, promptBody);
	response.once('close', () => {
		clearTimeout(late);
	});
}

/**
 * Puts fair turns before a handler of requests (`admission.ts`).
 * @returns what takes the place of the handler
 */
export function admitted(
	config: Pick<Config, 'origin' | 'trustedProxies'>,
	known: KnownCredentials,
	handler: (request: IncomingMessage, response: ServerResponse) => void
): (request: IncomingMessage, response: ServerResponse) => void {
	const usual = new Admission(usualAdmission);
	const health = new Admission(healthAdmission);
	const readAddress = addressReader(config.trustedProxies);
	const { name } = cookieOf(config);
	const slow = new SlowBodies();
	return (request, response) => {
		const isHealth = request.url === '/healthz';
		const admission = isHealth ? health : usual;
		const client: Client = isHealth
			? { name: 'health', kind: 'credential' }
			: clientOf(request, name, known, readAddress);
		const asked = {
			begin: (slot: Slot) => {
				holdSlot(admission, client, slow, slot, request, response);
				// Whoever left while waiting is asked for nothing more.
				if (response.destroyed) response.emit('close');
				else handler(request, response);
			},
			refuse: (why: NotAdmitted) => {
				refuse(request, response, why);
			}
		};
		admission.enter(client.name, asked, client.kind);
	};
}
