import { resolve } from 'node:path';

/**
 * A path as the person meant it: `npm run imago` goes to the project's folder before it begins,
 * and says in INIT_CWD where they stood.
 */
export function fromHere(path: string): string {
	const { npm_lifecycle_event: script, INIT_CWD: stood } = process.env;
	return resolve(script === 'imago' && stood ? stood : process.cwd(), path);
}
