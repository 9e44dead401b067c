import { BlockList, isIP } from 'node:net';

/** An address as it is judged: an IPv4 one that hides in IPv6 is looked at as what it is. */
export interface Address {
	text: string;
	family: 'ipv4' | 'ipv6';
}

/** IANA's special-purpose registry, and multicast: nothing there is a public service. */
const special4 = [
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

/** Parts of `2000::/3` that are no public service: Teredo and its kin, examples, 6to4. */
const special6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'];
/** All that is handed out for public use; everything else in IPv6 is refused unseen. */
const public6 = ['2000::/3'];

/**
 * Ranges as one list to look addresses up in.
 * @param ranges addresses or ranges, `10.0.0.0/8` or `fd00::1`; the configuration judged them
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

const refused4 = rangesOf(special4);
const refused6 = rangesOf(special6);
const allowed6 = rangesOf(public6);

/** The eight numbers of an IPv6 address; the address parser of URLs knows every way to write one. */
function groupsOf(text: string): number[] | undefined {
	if (!URL.canParse(`http://[${text}]/`)) return undefined;
	const written = new URL(`http://[${text}]/`).hostname.slice(1, -1);
	const [head = '', tail] = written.split('::');
	const numbers = (part: string): number[] =>
		part === '' ? [] : part.split(':').map((group) => parseInt(group, 16));
	const before = numbers(head);
	if (tail === undefined) return before;
	const after = numbers(tail);
	return [...before, ...Array<number>(8 - before.length - after.length).fill(0), ...after];
}

/** The first 96 bits of addresses whose last 32 are an IPv4 address: mapped, and NAT64. */
const carriers = ['0:0:0:0:0:65535', '100:65435:0:0:0:0'];

/**
 * An address as it is judged.
 * @param text as a resolver or a URL writes it, without brackets
 * @returns nothing for what is no address, or one that only counts on this machine's own link
 */
export function addressOf(text: string): Address | undefined {
	if (isIP(text) === 4) return { text, family: 'ipv4' };
	if (isIP(text) !== 6) return undefined;
	const groups = groupsOf(text);
	if (!groups) return undefined;
	const [high = 0, low = 0] = groups.slice(6);
	if (carriers.includes(groups.slice(0, 6).join(':'))) {
		return {
			text: [high >> 8, high & 255, low >> 8, low & 255].join('.'),
			family: 'ipv4'
		};
	}
	return { text: groups.map((group) => group.toString(16)).join(':'), family: 'ipv6' };
}

/** Whether everybody in the internet reaches the same thing at this address. */
export function isPublic({ text, family }: Address): boolean {
	if (family === 'ipv4') return !refused4.check(text, 'ipv4');
	return allowed6.check(text, 'ipv6') && !refused6.check(text, 'ipv6');
}
