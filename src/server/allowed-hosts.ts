import type { Config } from './config.ts';

/**
 * Values of the header Host under which this server may be addressed. A page of another site that
 * points its own name at this machine (DNS rebinding) is not among them.
 * @param port that the server listens on
 */
export function allowedHosts(config: Pick<Config, 'origin'>, port: number): Set<string> {
	const own = new URL(config.origin).host;
	const local = ['127.0.0.1', 'localhost', '[::1]'].map((name) => `${name}:${port}`);
	return new Set([own, ...local]);
}
