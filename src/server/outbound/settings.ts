import type { BlockList } from 'node:net';
import { rangesOf } from './addresses.ts';

/** What the host decides about calls to addresses that people typed. */
export interface OutboundSettings {
	/** ranges that are called although they are private; over http too */
	allowed: BlockList;
	/** milliseconds until somebody has to answer the call */
	connectWithin: number;
	/** milliseconds for the whole call */
	answerWithin: number;
	/** bytes of an answer that are read at most */
	mostBytes: number;
}

/** Our own choices [D]: a healthy receiver answers within a second. */
const usual = { connectWithin: 5000, answerWithin: 15_000, mostBytes: 64 * 1024 };

let current: OutboundSettings = { ...usual, allowed: rangesOf([]) };

/**
 * Installs the host's settings, once, at the start.
 * @param parts `outboundAllow` as the configuration read it; the limits are for tests
 */
export function configureOutbound(
	parts: { outboundAllow: readonly string[] } & Partial<Omit<OutboundSettings, 'allowed'>>
): void {
	const { outboundAllow, ...limits } = parts;
	current = {
		connectWithin: limits.connectWithin ?? usual.connectWithin,
		answerWithin: limits.answerWithin ?? usual.answerWithin,
		mostBytes: limits.mostBytes ?? usual.mostBytes,
		allowed: rangesOf(outboundAllow)
	};
}

export function outboundSettings(): OutboundSettings {
	return current;
}
