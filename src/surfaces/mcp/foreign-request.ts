import type { Config } from '#server/config.ts';
import { allowedHosts } from '#server/allowed-hosts.ts';
import { plainResponse } from '../plain-response.ts';

/** The port in a Host header, 80 where it names none. */
function portOf(host: string): number {
	const at = /:(\d{1,5})$/.exec(host);
	return at ? Number(at[1]) : 80;
}

/**
 * Refuses requests of other sites: a foreign Host (DNS rebinding) and a foreign Origin. The handler of
 * the MCP library checks neither. The port is checked by `server/main.ts`; here a loopback name is
 * enough, since no other site can have one.
 * @returns a response with 421 or 403, or undefined where the request may proceed
 */
export function refuseForeignRequest(
	request: Request,
	config: Pick<Config, 'origin'>
): Response | undefined {
	const host = request.headers.get('host') ?? '';
	if (!allowedHosts(config, portOf(host)).has(host)) {
		return plainResponse(
			421,
			`The address of this Imago is ${config.origin}. Nothing was changed.`
		);
	}
	const origin = request.headers.get('origin');
	if (origin !== null && origin !== config.origin) {
		return plainResponse(
			403,
			'This request came from another site, so it was refused. Nothing was changed. Programs should not send an Origin header.'
		);
	}
	return undefined;
}
