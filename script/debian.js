import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { withLock } from './lock.js';
import { attempt, run, say } from './steps.js';

/**
 * Lock for the whole machine, since packages are installed for all folders. Only root installs, and only
 * root can write here.
 */
const lock = '/run/imago-setup';
/** apt waits up to 600 s for another installation. */
const lockTimeout = ['-o', 'DPkg::Lock::Timeout=600'];
const environment = { DEBIAN_FRONTEND: 'noninteractive' };

/**
 * Installs packages with apt on Debian and Ubuntu, where this process runs as root.
 * @param {string[]} packages
 * @param {string} why message before the installation
 * @param {() => boolean} isInstalled whether they are installed already
 */
export async function installPackages(packages, why, isInstalled) {
	if (isInstalled()) return;
	const isRoot = typeof process.getuid === 'function' && process.getuid() === 0;
	if (!isRoot || !existsSync('/usr/bin/apt-get')) return;
	await withLock(lock, 'Installing packages', async () => {
		// Another process may have done it while this one waited.
		if (isInstalled()) return;
		say(why);
		const known = spawnSync('apt-cache', ['show', ...packages], { stdio: 'ignore' });
		if (known.status !== 0) await run('apt-get', ['update', '-qq'], environment);
		const words = [...lockTimeout, 'install', '-y', '-qq', '--no-install-recommends', ...packages];
		if ((await attempt('apt-get', words, environment, 'ignore')) === 0) return;
		// The package list was outdated: update it and retry once.
		await run('apt-get', ['update', '-qq'], environment);
		await run('apt-get', words, environment);
	});
}
