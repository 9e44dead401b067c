import type { Config } from '#server/config.ts';
import { allowedHosts } from '#server/hosts.ts';
import { plainAnswer } from '../plain-answer.ts';

/** Port that a Host header names. */
function portOf(host: string): number {
	const at = /:(\d{1,5})$/.exec(host);
	return at ? Number(at[1]) : 80;
}

/**
 * Refuses what a page elsewhere sent here: one that pointed its own name at this machine, or any
 * that is not ours. The library's handler looks at neither header. Which port is ours the entry
 * knows (`server/main.ts`); here a loopback name is enough, for no page elsewhere has one.
 * @returns the answer to send, or nothing where the request may go on
 */
export function refuseElsewhere(
	request: Request,
	config: Pick<Config, 'origin'>
): Response | undefined {
	const host = request.headers.get('host') ?? '';
	if (!allowedHosts(config, portOf(host)).has(host)) {
		return plainAnswer(421, `This Imago answers at ${config.origin}. Nothing was changed.`);
	}
	const origin = request.headers.get('origin');
	if (origin !== null && origin !== config.origin) {
		return plainAnswer(
			403,
			'This was started from another page, so it was not done. Nothing was changed. Programs send no Origin.'
		);
	}
	return undefined;
}
