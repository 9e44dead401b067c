import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { projectRoot } from '#server/project-root.ts';

// Files that a command writes are readable by their owner only.
process.umask(0o077);
// Caches compiled code between commands.
enableCompileCache(join(projectRoot, 'node_modules/.imago/compiled'));
// A reader of the pipe such as `head` may close it early.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
	if (error.code === 'EPIPE') process.exit(0);
	throw error;
});
const { run } = await import('./program.ts');
process.exitCode = await run(process.argv.slice(2), process.env);
