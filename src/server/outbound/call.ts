import http, { type IncomingMessage } from 'node:http';
import https from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { failureOf, OutboundFailure } from './failure.ts';
import { verifyAddresses, verifyUrl, type Target } from './address-policy.ts';
import { systemResolver, type Resolver } from './resolver.ts';
import { outboundSettings, type OutboundSettings } from './settings.ts';

export interface OutboundCall {
	/** as somebody typed it */
	url: string;
	headers: Record<string, string>;
	body: string;
	/** ends it early, where the program ends */
	signal?: AbortSignal;
}

const tooLate = new OutboundFailure('call', 'Nothing answered in time.');

/** The outcome of something that cannot be called off, or a failure when the time is over first. */
async function within<Result>(signal: AbortSignal, work: Promise<Result>): Promise<Result> {
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

/** The addresses that were judged are the ones that are called: nothing is looked up twice. */
function onlyThese(addresses: readonly string[]): LookupFunction {
	const found = addresses.map((address) => ({ address, family: isIP(address) }));
	return (_name, options, answer) => {
		if (options.all) answer(null, found);
		else answer(null, found[0]?.address ?? '', found[0]?.family);
	};
}

/** Hears the answer out politely, up to the limit; what it says is of no interest. */
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
	whole: AbortSignal
): Promise<number> {
	const { request, Agent } = target.url.protocol === 'https:' ? https : http;
	return new Promise((resolve, reject) => {
		const calling = request({
			method: 'POST',
			host: target.host,
			port: target.port,
			path: target.url.pathname + target.url.search,
			headers: { ...headers, host: target.url.host, 'content-length': Buffer.byteLength(body) },
			lookup: onlyThese(addresses),
			// Its own, so that neither a kept connection nor a proxy of the environment is used.
			agent: new Agent({ keepAlive: false }),
			signal: whole
		});
		let status: number | undefined;
		const settle = (error: unknown): void => {
			clearTimeout(connecting);
			// The status is the answer, however the rest of it ends.
			if (status === undefined) reject(whole.aborted ? tooLate : (error as Error));
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
 * Posts to an address that somebody typed: the one way out of this program. Looks the name up once,
 * judges every address it has and calls one of these; follows no redirect, keeps no cookie, asks
 * no proxy.
 * @param resolve for tests; the system's otherwise
 * @returns the HTTP status, whatever it is
 * @throws OutboundFailure with a sentence for whoever typed the address
 */
export async function callOut(
	call: OutboundCall,
	resolve: Resolver = systemResolver
): Promise<number> {
	const settings = outboundSettings();
	const target = verifyUrl(call.url, settings);
	const whole = AbortSignal.any([
		AbortSignal.timeout(settings.answerWithin),
		...(call.signal ? [call.signal] : [])
	]);
	try {
		const addresses =
			isIP(target.host) > 0 ? [target.host] : await within(whole, resolve(target.host));
		verifyAddresses(target, addresses, settings);
		return await post(target, addresses, call, settings, whole);
	} catch (error) {
		throw failureOf(error);
	}
}
