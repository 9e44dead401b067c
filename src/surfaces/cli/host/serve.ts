import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { refuse } from '#kernel/refusal.ts';
import { projectRoot } from '#server/project-root.ts';

/**
 * Runs the server until the process ends, as `npm start` does after its set-up.
 * @throws Refusal `serve.not-built`
 */
export async function serve(): Promise<void> {
	if (!existsSync(join(projectRoot, 'build/handler.js'))) {
		throw refuse(
			'unavailable',
			'serve.not-built',
			'This Imago is not built yet. Nothing was started. Run "npm start" once, which builds and starts Imago.'
		);
	}
	await import('#server/main.ts');
}
