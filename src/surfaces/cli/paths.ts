import { resolve } from 'node:path';

/**
 * Resolves a path against the directory of the user: `npm run imago` changes into the project folder
 * first, and INIT_CWD has the directory before.
 */
export function resolveUserPath(path: string): string {
	const { npm_lifecycle_event: script, INIT_CWD: callerDirectory } = process.env;
	return resolve(script === 'imago' && callerDirectory ? callerDirectory : process.cwd(), path);
}
