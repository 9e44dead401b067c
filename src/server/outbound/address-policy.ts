import { addressOf, isPublic, type Address } from './addresses.ts';
import { OutboundFailure } from './failure.ts';
import type { OutboundSettings } from './settings.ts';

/** What may be called: an address in the URL's own notation, judged as far as it can be unseen. */
export interface Target {
	url: URL;
	/** the host without brackets and without a dot at the end */
	host: string;
	port: number;
}

const privateAddress =
	'This leads into a private network, which this Imago does not call. Whoever runs it can allow the address with IMAGO_OUTBOUND_ALLOW.';

const onlyHttps = 'Only https is called, so that nobody reads along. Write https://.';

const refuseAddress = (sentence: string): OutboundFailure =>
	new OutboundFailure('address', sentence);

function isAllowed(address: Address, { allowed }: OutboundSettings): boolean {
	return allowed.check(address.text, address.family);
}

/** Names that mean this machine wherever they are looked up (RFC 6761). */
const ownName = /^(?:.+\.)?localhost$/i;

/**
 * Judges every address that a name has. One that may not be called spoils the others: a name that
 * answers now this, now that is how a private network is reached from outside.
 * @param texts as the resolver gave them
 * @throws OutboundFailure of kind `address`
 */
export function verifyAddresses(
	target: Target,
	texts: readonly string[],
	settings: OutboundSettings
): void {
	if (texts.length === 0) throw new OutboundFailure('call', 'The name has no address.');
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

/** 443 and 80 are the web's; below 1024 the others belong to mail, files and shells. */
function isUsualPort(port: number): boolean {
	return port === 443 || port === 80 || port > 1023;
}

/**
 * Judges an address that somebody typed, before anything is looked up. The parser of URLs has
 * made one of `0x7f.1`, `2130706433` and `127.1` by then.
 * @throws OutboundFailure of kind `address` with a sentence for whoever typed it
 */
export function verifyUrl(text: string, settings: OutboundSettings): Target {
	if (!URL.canParse(text)) {
		throw refuseAddress('This is not a web address. One looks like https://example.com/imago.');
	}
	const url = new URL(text);
	if (url.protocol !== 'https:' && url.protocol !== 'http:') {
		throw refuseAddress('Only https is called. Write an address that begins with https://.');
	}
	if (url.username !== '' || url.password !== '') {
		throw refuseAddress(
			'An address with a name or a password in it would be kept as it is. Leave both out.'
		);
	}
	const host = url.hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
	const port = Number(url.port || (url.protocol === 'https:' ? 443 : 80));
	if (!isUsualPort(port)) {
		throw refuseAddress(`Port ${port} is not one of the web. Take 443, 80 or one above 1023.`);
	}
	const target = { url, host, port };
	if (ownName.test(host)) verifyAddresses(target, ['127.0.0.1'], settings);
	else if (addressOf(host)) verifyAddresses(target, [host], settings);
	// A name may lead into a network that the host allows; without one it is https or nothing.
	else if (url.protocol === 'http:' && settings.allowed.rules.length === 0) {
		throw refuseAddress(onlyHttps);
	}
	return target;
}
