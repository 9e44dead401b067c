// Plain JavaScript without dependencies that runs on older Node versions, since it runs before anything
// is installed.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { addLockOwner, withLock } from './lock.js';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
export const binaries = join(root, 'node_modules', '.bin');
/** Folder with the checksums of the sources of each step. */
const stamps = join(root, 'node_modules', '.imago');
/** Lock for one step at a time; outside `node_modules`, which an installation deletes. */
const lock = join(root, '.locks', 'set-up');

/** @param {string} text */
export function say(text) {
	process.stderr.write(`${text}\n`);
}

/**
 * Runs a program with the project's own Node first in PATH.
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
	addLockOwner(child.pid);
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
 * Runs a program; exits this process with its code when it fails.
 * @param {string} command
 * @param {string[]} words
 * @param {NodeJS.ProcessEnv} [environment]
 */
export async function run(command, words, environment) {
	const code = await attempt(command, words, environment);
	if (code !== 0) process.exit(code);
}

/**
 * A checksum over files, with their names relative to the root, so that a copied folder has the same one.
 * @param {string[]} paths files or folders below the root
 * @param {(path: string, at: import('node:fs').Stats) => string | Buffer} contentOf what is hashed of a file
 */
function checksumOf(paths, contentOf) {
	// An installation for one platform does not run on another.
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
		hash.update(contentOf(path, at));
	};
	for (const path of paths) add(path);
	return hash.digest('hex');
}

/**
 * Runs a step unless its sources are unchanged. Modification times are compared first, which is cheap;
 * only where they differ, as in a copy or on another branch, the contents are compared.
 * @param {string} name
 * @param {string[]} from sources
 * @param {string} makes a path that must exist for the step to be done
 * @param {string} what the step is, for the message to others that wait
 * @param {() => Promise<void>} work
 */
export async function runIfChanged(name, from, makes, what, work) {
	const stamp = join(stamps, name);
	const isDone = () => {
		if (!existsSync(stamp) || !existsSync(join(root, makes))) return false;
		const [times, texts] = readFileSync(stamp, 'utf8').split('\n');
		const now = checksumOf(from, (_, { mtimeMs }) => `${mtimeMs}\n`);
		if (now === times) return true;
		if (checksumOf(from, (path) => readFileSync(path)) !== texts) return false;
		writeFileSync(stamp, `${now}\n${texts}`);
		return true;
	};
	if (isDone()) return;
	await withLock(lock, what, async () => {
		// Another process may have done it while this one waited.
		if (isDone()) return;
		const times = checksumOf(from, (_, { mtimeMs }) => `${mtimeMs}\n`);
		const texts = checksumOf(from, (path) => readFileSync(path));
		await work();
		mkdirSync(stamps, { recursive: true });
		writeFileSync(stamp, `${times}\n${texts}`);
	});
}

/** Installs the packages of the lockfile, without install scripts. */
export function install() {
	const makes = 'node_modules/.bin/vite';
	return runIfChanged('installed', ['package-lock.json'], makes, 'Installing', async () => {
		say('Installing what Imago is made of. This happens once.');
		await run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
			npm_config_engine_strict: 'false'
		});
		await run('svelte-kit', ['sync']);
	});
}

/** Builds pages and server where a source has changed. */
export function build() {
	const sources = ['src', 'static', 'vite.config.ts', 'package-lock.json', 'tsconfig.json'];
	return runIfChanged('built', sources, 'build/handler.js', 'Building', async () => {
		say('Building.');
		await run('vite', ['build', '--logLevel', 'error']);
	});
}
