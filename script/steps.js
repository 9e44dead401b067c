// Plain JavaScript of the old style and no dependency: this runs before anything is installed, on
// whatever Node the machine has.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { alsoHeldBy, holding } from './lock.js';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
export const binaries = join(root, 'node_modules', '.bin');
/** Where each step leaves the sums of what it was made from. */
const stamps = join(root, 'node_modules', '.imago');
/** One step at a time in this folder; not below `node_modules`, which an installation removes. */
const lock = join(root, '.locks', 'set-up');

/** @param {string} text */
export function say(text) {
	process.stderr.write(`${text}\n`);
}

/**
 * Runs a program with the project's own Node first.
 * @param {string} command
 * @param {string[]} words
 * @param {NodeJS.ProcessEnv} [environment]
 * @param {'inherit' | 'ignore'} [output] where its standard output goes
 * @returns {Promise<number>} its exit code; 1 where a signal ended it
 */
export function attempt(command, words, environment = {}, output = 'inherit') {
	const child = spawn(command, words, {
		cwd: root,
		stdio: ['ignore', output, 'inherit'],
		shell: process.platform === 'win32',
		env: {
			...process.env,
			PATH: `${binaries}${delimiter}${process.env.PATH ?? ''}`,
			...environment
		}
	});
	alsoHeldBy(child.pid);
	const stop = () => void child.kill('SIGTERM');
	process.once('SIGTERM', stop);
	return new Promise((resolve, reject) => {
		child.once('error', reject);
		child.once('exit', (code) => {
			process.removeListener('SIGTERM', stop);
			resolve(code ?? 1);
		});
	});
}

/**
 * The same; ends this process when the program fails.
 * @param {string} command
 * @param {string[]} words
 * @param {NodeJS.ProcessEnv} [environment]
 */
export async function run(command, words, environment) {
	const code = await attempt(command, words, environment);
	if (code !== 0) process.exit(code);
}

/**
 * A sum over files below the root, by their names there, so that a copied folder has the same.
 * @param {string[]} places files or folders below the root
 * @param {(path: string, at: import('node:fs').Stats) => string | Buffer} told what counts of a file
 */
function sumOf(places, told) {
	// What was installed for one machine does not run on another kind of machine.
	const hash = createHash('sha256').update(`${process.platform} ${process.arch}\n`);
	/** @param {string} name */
	const add = (name) => {
		const path = `${root}/${name}`;
		const at = statSync(path, { throwIfNoEntry: false });
		if (!at) return;
		if (at.isDirectory()) {
			for (const child of readdirSync(path).sort()) add(`${name}/${child}`);
			return;
		}
		hash.update(`${name} ${at.size}\n`);
		hash.update(told(path, at));
	};
	for (const place of places) add(place);
	return hash.digest('hex');
}

/**
 * Does a step unless what it is made from is as it was. Times of files are looked at first, which is
 * cheap enough at every start; a copy or another branch changes these and not what the files say.
 * @param {string} name
 * @param {string[]} from
 * @param {string} makes a path that must exist for the step to be done
 * @param {string} what the step is, for others who wait for it
 * @param {() => Promise<void>} work
 */
export async function unlessDone(name, from, makes, what, work) {
	const stamp = join(stamps, name);
	const isDone = () => {
		if (!existsSync(stamp) || !existsSync(join(root, makes))) return false;
		const [times, texts] = readFileSync(stamp, 'utf8').split('\n');
		const now = sumOf(from, (_, { mtimeMs }) => `${mtimeMs}\n`);
		if (now === times) return true;
		if (sumOf(from, (path) => readFileSync(path)) !== texts) return false;
		writeFileSync(stamp, `${now}\n${texts}`);
		return true;
	};
	if (isDone()) return;
	await holding(lock, what, async () => {
		// Somebody else may have done it while this one waited.
		if (isDone()) return;
		const times = sumOf(from, (_, { mtimeMs }) => `${mtimeMs}\n`);
		const texts = sumOf(from, (path) => readFileSync(path));
		await work();
		mkdirSync(stamps, { recursive: true });
		writeFileSync(stamp, `${times}\n${texts}`);
	});
}

/** Installs what the lockfile names, without running anybody's install script. */
export function install() {
	const makes = 'node_modules/.bin/vite';
	return unlessDone('installed', ['package-lock.json'], makes, 'Installing', async () => {
		say('Installing what Imago is made of. This happens once.');
		await run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
			npm_config_engine_strict: 'false'
		});
		await run('svelte-kit', ['sync']);
	});
}

/** Builds the pages and the server when a source is newer. */
export function build() {
	const sources = ['src', 'static', 'vite.config.ts', 'package-lock.json', 'tsconfig.json'];
	return unlessDone('built', sources, 'build/handler.js', 'Building', async () => {
		say('Building.');
		await run('vite', ['build', '--logLevel', 'error']);
	});
}
