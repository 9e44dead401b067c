// node script/with.js <setup> <program> [words…]: installs and builds what is missing, then runs the program
// with the project's own Node. Not done in npm's `pre` scripts, which `ignore-scripts` disables.
import { spawn } from 'node:child_process';
import { delimiter } from 'node:path';
import { binaries, root } from './steps.js';
import { setUp } from './setup.js';

const [kind = '', program = '', ...words] = process.argv.slice(2);
await setUp(kind);

const child = spawn(program, words, {
	cwd: root,
	stdio: 'inherit',
	shell: process.platform === 'win32',
	env: { ...process.env, PATH: `${binaries}${delimiter}${process.env.PATH ?? ''}` }
});
// Ctrl-C reaches the child directly; this process only waits for it to end.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => child.kill('SIGTERM'));
child.on('error', (error) => {
	process.stderr.write(`${error.message}\n`);
	process.exit(1);
});
child.on('exit', (code, signal) => {
	process.exit(code ?? (signal === 'SIGINT' ? 130 : 1));
});
