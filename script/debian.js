import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { holding } from './lock.js';
import { attempt, run, say } from './steps.js';

/** Packages belong to the machine: one lock for all folders of it. Only root installs, and only root writes here. */
const lock = '/run/imago-setup';
/** apt itself waits when a program that is not ours installs. */
const patient = ['-o', 'DPkg::Lock::Timeout=600'];
const environment = { DEBIAN_FRONTEND: 'noninteractive' };

/**
 * Installs packages with apt where this machine is Debian's or Ubuntu's and we are root.
 * @param {string[]} packages
 * @param {string} why said before it begins
 * @param {() => boolean} isThere whether nothing has to be installed
 */
export async function installPackages(packages, why, isThere) {
	if (isThere()) return;
	const isRoot = typeof process.getuid === 'function' && process.getuid() === 0;
	if (!isRoot || !existsSync('/usr/bin/apt-get')) return;
	await holding(lock, 'Installing packages', async () => {
		// Somebody else may have done it while this one waited.
		if (isThere()) return;
		say(why);
		const known = spawnSync('apt-cache', ['show', ...packages], { stdio: 'ignore' });
		if (known.status !== 0) await run('apt-get', ['update', '-qq'], environment);
		const words = [...patient, 'install', '-y', '-qq', '--no-install-recommends', ...packages];
		if ((await attempt('apt-get', words, environment, 'ignore')) === 0) return;
		// The list was old: fetch it anew and try once more.
		await run('apt-get', ['update', '-qq'], environment);
		await run('apt-get', words, environment);
	});
}
