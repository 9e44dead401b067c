import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { run, say } from './steps.js';

/**
 * Installs packages with apt where this machine is Debian's or Ubuntu's and we are root.
 * @param {string[]} packages
 * @param {string} why said before it begins
 * @returns {boolean} whether it could be tried
 */
export function installPackages(packages, why) {
	const root = typeof process.getuid === 'function' && process.getuid() === 0;
	if (!root || !existsSync('/usr/bin/apt-get')) return false;
	say(why);
	const environment = { DEBIAN_FRONTEND: 'noninteractive' };
	const known = spawnSync('apt-cache', ['show', ...packages], { stdio: 'ignore' });
	if (known.status !== 0) run('apt-get', ['update', '-qq'], environment);
	const words = ['install', '-y', '-qq', '--no-install-recommends', ...packages];
	const first = spawnSync('apt-get', words, {
		stdio: ['ignore', 'ignore', 'inherit'],
		env: { ...process.env, ...environment }
	});
	if (first.status !== 0) {
		// The list was old: fetch it anew and try once more.
		run('apt-get', ['update', '-qq'], environment);
		run('apt-get', words, environment);
	}
	return true;
}
