import { addressOf, isPublic, type Address } from './ip-addresses.ts';
import { OutboundFailure } from './failure.ts';
import type { OutboundSettings } from './settings.ts';

/** A URL that passed the checks that are possible before its name is resolved. */
export interface Target {
	url: URL;
	/** host without brackets and without a trailing dot */
	host: string;
	port: number;
}

const privateAddress =
	'This address is in a private network, which Imago does not call. The person who runs this Imago can allow the address with IMAGO_OUTBOUND_ALLOW.';

const onlyHttps =
	'Only https is allowed, so that no one else can read the messages. Use an address that begins with https://.';

const refuseAddress = (sentence: string): OutboundFailure =>
	new OutboundFailure('address', sentence);

function isAllowed(address: Address, { allowed }: OutboundSettings): boolean {
	return allowed.check(address.text, address.family);
}

/** Names that always resolve to this machine (RFC 6761). */
const ownName = /^(?:.+\.)?localhost$/i;

/**
 * Verifies every address of a host name. One address that is not allowed refuses the name, because
 * a name with changing answers is how private networks are attacked from outside (DNS rebinding).
 * @param texts addresses as the resolver returned them
 * @throws OutboundFailure of kind `address` where an address is not allowed; of kind `call` where
 * there is none
 */
export function verifyAddresses(
	target: Target,
	texts: readonly string[],
	settings: OutboundSettings
): void {
	if (texts.length === 0) throw new OutboundFailure('call', 'This name has no address.');
	for (const text of texts) {
		const address = addressOf(text);
		if (!address) throw refuseAddress(privateAddress);
		if (isAllowed(address, settings)) continue;
		if (!isPublic(address)) throw refuseAddress(privateAddress);
		if (target.url.protocol !== 'https:') {
			throw refuseAddress(onlyHttps);
		}
	}
}

/**
 * 443 and 80 are the ports of the web; others below 1024 belong to mail, file transfer and shells.
 */
function isUsualPort(port: number): boolean {
	return port === 443 || port === 80 || port > 1023;
}

/**
 * Verifies a URL that a user typed, before its name is resolved. The URL parser has normalized
 * spellings such as `0x7f.1`, `2130706433` and `127.1` by then.
 * @throws OutboundFailure of kind `address` with a message for the user
 */
export function verifyUrl(text: string, settings: OutboundSettings): Target {
	if (!URL.canParse(text)) {
		throw refuseAddress('This is not a web address. For example: https://example.com/imago.');
	}
	const url = new URL(text);
	if (url.protocol !== 'https:' && url.protocol !== 'http:') {
		throw refuseAddress('Only https is allowed. Use an address that begins with https://.');
	}
	if (url.username !== '' || url.password !== '') {
		throw refuseAddress(
			'The address contains a user name or a password, which would be stored as plain text. Remove both.'
		);
	}
	const host = url.hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
	const port = Number(url.port || (url.protocol === 'https:' ? 443 : 80));
	if (!isUsualPort(port)) {
		throw refuseAddress(`Port ${port} is not allowed. Use 443, 80 or a port above 1023.`);
	}
	const target = { url, host, port };
	if (ownName.test(host)) verifyAddresses(target, ['127.0.0.1'], settings);
	else if (addressOf(host)) verifyAddresses(target, [host], settings);
	// A name may resolve to an address that the host allows; where none is allowed, http is refused.
	else if (url.protocol === 'http:' && settings.allowed.rules.length === 0) {
		throw refuseAddress(onlyHttps);
	}
	return target;
}
