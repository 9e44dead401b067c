import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Finds the project folder, which holds package.json and db/migrations. The built server is in
 * `build/`, the sources are in `src/`; searching upwards makes both independent of the working
 * directory.
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
