import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { projectRoot } from '#server/root.ts';

// What a command writes is for whoever runs it alone.
process.umask(0o077);
// What was compiled by the last command need not be compiled again.
enableCompileCache(join(projectRoot, 'node_modules/.imago/compiled'));
// Whoever reads may stop early, as head does.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
	if (error.code === 'EPIPE') process.exit(0);
	throw error;
});
const { run } = await import('./program.ts');
process.exitCode = await run(process.argv.slice(2), process.env);
