import { BlockList, isIP } from 'node:net';

/** An address in normalized form; an IPv4 address that is embedded in IPv6 is treated as IPv4. */
export interface Address {
	text: string;
	family: 'ipv4' | 'ipv6';
}

/**
 * Special-purpose IPv4 ranges of the IANA registry, and multicast: none of them is a public
 * service.
 */
const specialRanges4 = [
	'0.0.0.0/8',
	'10.0.0.0/8',
	'100.64.0.0/10',
	'127.0.0.0/8',
	'169.254.0.0/16',
	'172.16.0.0/12',
	'192.0.0.0/24',
	'192.0.2.0/24',
	'192.88.99.0/24',
	'192.168.0.0/16',
	'198.18.0.0/15',
	'198.51.100.0/24',
	'203.0.113.0/24',
	'224.0.0.0/4',
	'240.0.0.0/4'
];

/**
 * Parts of `2000::/3` that are not public services: Teredo and other protocol assignments,
 * documentation, 6to4.
 */
const specialRanges6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'];
/** The IPv6 range that is allocated for public use; everything else is refused. */
const publicRanges6 = ['2000::/3'];

/**
 * Makes a block list of ranges to check addresses with.
 * @param ranges addresses or ranges, `10.0.0.0/8` or `fd00::1`, validated by the configuration
 */
export function rangesOf(ranges: readonly string[]): BlockList {
	const list = new BlockList();
	for (const range of ranges) {
		const [address = '', bits] = range.split('/');
		const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
		list.addSubnet(address, Number(bits ?? (family === 'ipv4' ? 32 : 128)), family);
	}
	return list;
}

const refused4 = rangesOf(specialRanges4);
const refused6 = rangesOf(specialRanges6);
const allowed6 = rangesOf(publicRanges6);

/** The eight groups of an IPv6 address; the URL parser reads every notation. */
function groupsOf(text: string): number[] | undefined {
	if (!URL.canParse(`http://[${text}]/`)) return undefined;
	const normalized = new URL(`http://[${text}]/`).hostname.slice(1, -1);
	const [head = '', tail] = normalized.split('::');
	const numbers = (part: string): number[] =>
		part === '' ? [] : part.split(':').map((group) => parseInt(group, 16));
	const before = numbers(head);
	if (tail === undefined) return before;
	const after = numbers(tail);
	return [...before, ...Array<number>(8 - before.length - after.length).fill(0), ...after];
}

/**
 * Prefixes of 96 bits of IPv6 addresses that carry an IPv4 address in the last 32 bits: mapped
 * addresses, and NAT64.
 */
const ipv4Prefixes = ['0:0:0:0:0:65535', '100:65435:0:0:0:0'];

/**
 * Normalizes an address.
 * @param text as a resolver or a URL writes it, without brackets
 * @returns nothing for text that is not an address, or for one with a zone index
 */
export function addressOf(text: string): Address | undefined {
	if (isIP(text) === 4) return { text, family: 'ipv4' };
	if (isIP(text) !== 6) return undefined;
	const groups = groupsOf(text);
	if (!groups) return undefined;
	const [high = 0, low = 0] = groups.slice(6);
	if (ipv4Prefixes.includes(groups.slice(0, 6).join(':'))) {
		return {
			text: [high >> 8, high & 255, low >> 8, low & 255].join('.'),
			family: 'ipv4'
		};
	}
	return { text: groups.map((group) => group.toString(16)).join(':'), family: 'ipv6' };
}

/** Whether an address is public, that is, reachable from the whole internet. */
export function isPublic({ text, family }: Address): boolean {
	if (family === 'ipv4') return !refused4.check(text, 'ipv4');
	return allowed6.check(text, 'ipv6') && !refused6.check(text, 'ipv6');
}
