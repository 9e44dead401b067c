import { isIPv4, isIPv6 } from 'node:net';
import { rangesOf } from './outbound/ip-addresses.ts';

/**
 * Makes a function that finds the client address of a request from the address of its connection
 * and the header `X-Forwarded-For`. The header counts only as far as trusted proxies wrote it: read
 * from the right, the first address that is not a trusted proxy is the client.
 * @param trustedProxies addresses or ranges; without any the header is ignored
 */
export function addressReader(trustedProxies: readonly string[]) {
	const trusted = rangesOf(trustedProxies);
	const isTrusted = (address: string): boolean =>
		trusted.check(address, isIPv4(address) ? 'ipv4' : 'ipv6');
	return (peer: string, forwardedFor: string | null): string => {
		const plain = peer.replace(/^::ffff:/i, '');
		if (!forwardedFor || trustedProxies.length === 0 || !isTrusted(plain)) return plain;
		const hops = forwardedFor.split(',').map((hop) => hop.trim().replace(/^::ffff:/i, ''));
		while (hops.length > 0) {
			const hop = hops.pop() ?? '';
			if (!isIPv4(hop) && !isIPv6(hop)) return plain;
			if (!isTrusted(hop)) return hop;
		}
		return plain;
	};
}
