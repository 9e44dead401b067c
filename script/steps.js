// Plain JavaScript of the old style and no dependency: this runs before anything is installed, on
// whatever Node the machine has.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
export const binaries = join(root, 'node_modules', '.bin');
/** Where each step leaves the sum of what it was made from. */
const stamps = join(root, 'node_modules', '.imago');

/** @param {string} text */
export function say(text) {
	process.stderr.write(`${text}\n`);
}

/**
 * Runs a program with the project's own Node first; ends this process when it fails.
 * @param {string} command
 * @param {string[]} words
 * @param {NodeJS.ProcessEnv} [environment]
 */
export function run(command, words, environment = {}) {
	const done = spawnSync(command, words, {
		cwd: root,
		stdio: ['ignore', 'inherit', 'inherit'],
		shell: process.platform === 'win32',
		env: {
			...process.env,
			PATH: `${binaries}${delimiter}${process.env.PATH ?? ''}`,
			...environment
		}
	});
	if (done.error) throw done.error;
	if (done.status !== 0) process.exit(done.status ?? 1);
}

/**
 * A sum over names, sizes and times of files: cheap enough to take at every start.
 * @param {string[]} places files or folders below the root
 */
function sumOf(places) {
	const hash = createHash('sha256');
	/** @param {string} path */
	const add = (path) => {
		const at = statSync(path, { throwIfNoEntry: false });
		if (!at) return;
		if (at.isDirectory()) {
			for (const name of readdirSync(path).sort()) add(join(path, name));
			return;
		}
		hash.update(`${path} ${at.size} ${at.mtimeMs}\n`);
	};
	for (const place of places) add(join(root, place));
	return hash.digest('hex');
}

/**
 * Does a step unless what it is made from is as it was.
 * @param {string} name
 * @param {string[]} from
 * @param {string} makes a path that must exist for the step to be done
 * @param {() => void} work
 */
export function unlessDone(name, from, makes, work) {
	const stamp = join(stamps, name);
	const sum = sumOf(from);
	const before = existsSync(stamp) ? readFileSync(stamp, 'utf8') : '';
	if (before === sum && existsSync(join(root, makes))) return;
	work();
	mkdirSync(stamps, { recursive: true });
	writeFileSync(stamp, sum);
}

/** Installs what the lockfile names, without running anybody's install script. */
export function install() {
	unlessDone('installed', ['package-lock.json'], 'node_modules/.bin/vite', () => {
		say('Installing what Imago is made of. This happens once.');
		run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
			npm_config_engine_strict: 'false'
		});
		run('svelte-kit', ['sync']);
	});
}

/** Builds the pages and the server when a source is newer. */
export function build() {
	const sources = ['src', 'static', 'vite.config.ts', 'package-lock.json', 'tsconfig.json'];
	unlessDone('built', sources, 'build/handler.js', () => {
		say('Building.');
		run('vite', ['build', '--logLevel', 'error']);
	});
}
