import type { BlockList } from 'node:net';
import { rangesOf } from './ip-addresses.ts';

/** Settings for calls to URLs that users type. */
export interface OutboundSettings {
	/** private ranges that may be called, over http too */
	allowed: BlockList;
	/** milliseconds for connecting, including TLS */
	connectWithin: number;
	/** milliseconds for the whole call */
	answerWithin: number;
	/** bytes of a response that are read at most */
	mostBytes: number;
}

/** Default limits [D]: a healthy receiver answers within a second. */
const defaults = { connectWithin: 5000, answerWithin: 15_000, mostBytes: 64 * 1024 };

let current: OutboundSettings = { ...defaults, allowed: rangesOf([]) };

/**
 * Sets the settings of the host, once, at the start.
 * @param parts `outboundAllow` as the configuration read it; the limits are for tests
 */
export function configureOutbound(
	parts: { outboundAllow: readonly string[] } & Partial<Omit<OutboundSettings, 'allowed'>>
): void {
	const { outboundAllow, ...limits } = parts;
	current = {
		connectWithin: limits.connectWithin ?? defaults.connectWithin,
		answerWithin: limits.answerWithin ?? defaults.answerWithin,
		mostBytes: limits.mostBytes ?? defaults.mostBytes,
		allowed: rangesOf(outboundAllow)
	};
}

export function outboundSettings(): OutboundSettings {
	return current;
}
