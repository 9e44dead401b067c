import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * The folder that holds package.json. The built server lives in `build/`, the sources in `src/`;
 * both find it by going up, so that nothing depends on where the process was started.
 */
function findRoot(from: string): string {
	let folder = from;
	while (!existsSync(join(folder, 'db/migrations'))) {
		const parent = dirname(folder);
		if (parent === folder) throw new Error('The folder db/migrations of Imago is missing.');
		folder = parent;
	}
	return folder;
}

export const projectRoot = findRoot(import.meta.dirname);
