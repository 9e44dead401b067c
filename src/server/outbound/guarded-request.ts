import http, { type IncomingMessage } from 'node:http';
import https from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { failureOf, OutboundFailure } from './failure.ts';
import { verifyAddresses, verifyUrl, type Target } from './address-policy.ts';
import { systemResolver, type Resolver } from './resolver.ts';
import { outboundSettings, type OutboundSettings } from './settings.ts';

export interface OutboundCall {
	/** URL as a user typed it */
	url: string;
	headers: Record<string, string>;
	body: string;
	/** aborts the call, when the program ends */
	signal?: AbortSignal;
}

const tooLate = new OutboundFailure('call', 'No answer arrived in time.');

/** Awaits work that cannot be cancelled, and fails when the signal aborts first. */
async function withDeadline<Result>(signal: AbortSignal, work: Promise<Result>): Promise<Result> {
	return new Promise((resolve, reject) => {
		const end = (): void => {
			reject(tooLate);
		};
		signal.addEventListener('abort', end, { once: true });
		work.then(resolve, reject).finally(() => {
			signal.removeEventListener('abort', end);
		});
	});
}

/**
 * A look-up function that returns the verified addresses, so that the name is not resolved a second
 * time (DNS rebinding).
 */
function fixedLookup(addresses: readonly string[]): LookupFunction {
	const found = addresses.map((address) => ({ address, family: isIP(address) }));
	return (_name, options, answer) => {
		if (options.all) answer(null, found);
		else answer(null, found[0]?.address ?? '', found[0]?.family);
	};
}

/** Reads and discards the response body, up to the limit. */
function drain(response: IncomingMessage, mostBytes: number, done: (error: unknown) => void): void {
	let bytes = 0;
	response.on('data', (chunk: Buffer) => {
		bytes += chunk.length;
		if (bytes > mostBytes) response.destroy();
	});
	response.on('error', done);
	response.on('close', () => {
		done(undefined);
	});
}

function post(
	target: Target,
	addresses: readonly string[],
	{ headers, body }: OutboundCall,
	settings: OutboundSettings,
	deadline: AbortSignal
): Promise<number> {
	const { request, Agent } = target.url.protocol === 'https:' ? https : http;
	return new Promise((resolve, reject) => {
		const calling = request({
			method: 'POST',
			host: target.host,
			port: target.port,
			path: target.url.pathname + target.url.search,
			headers: { ...headers, host: target.url.host, 'content-length': Buffer.byteLength(body) },
			lookup: fixedLookup(addresses),
			// An agent of its own, so that neither a kept-alive connection nor a proxy of the environment
			// is used.
			agent: new Agent({ keepAlive: false }),
			signal: deadline
		});
		let status: number | undefined;
		const settle = (error: unknown): void => {
			clearTimeout(connecting);
			// The status is the result, however the body ends.
			if (status === undefined) reject(deadline.aborted ? tooLate : (error as Error));
			else resolve(status);
		};
		const connecting = setTimeout(() => calling.destroy(tooLate), settings.connectWithin);
		const connected = target.url.protocol === 'https:' ? 'secureConnect' : 'connect';
		calling.on('socket', (socket) => {
			socket.once(connected, () => {
				clearTimeout(connecting);
			});
		});
		calling.on('error', settle);
		calling.on('response', (response) => {
			status = response.statusCode ?? 0;
			drain(response, settings.mostBytes, settle);
		});
		calling.end(body);
	});
}

/**
 * Sends a POST request to a URL that a user typed; the only outbound requests of this program.
 * Resolves the name once, verifies every address and connects to these only; follows no redirect,
 * stores no cookie, uses no proxy.
 * @param resolve for tests; the resolver of the system otherwise
 * @returns the HTTP status, whatever it is
 * @throws OutboundFailure with a message for the user who typed the URL
 */
export async function guardedRequest(
	call: OutboundCall,
	resolve: Resolver = systemResolver
): Promise<number> {
	const settings = outboundSettings();
	const target = verifyUrl(call.url, settings);
	const deadline = AbortSignal.any([
		AbortSignal.timeout(settings.answerWithin),
		...(call.signal ? [call.signal] : [])
	]);
	try {
		const addresses =
			isIP(target.host) > 0 ? [target.host] : await withDeadline(deadline, resolve(target.host));
		verifyAddresses(target, addresses, settings);
		return await post(target, addresses, call, settings, deadline);
	} catch (error) {
		throw failureOf(error);
	}
}
