import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { installPackages } from './debian.js';

/** Two calendar programs that are not ours: they must read every invitation to the second. */
function haveReaders() {
	const icalendar = spawnSync('/usr/bin/python3', ['-c', 'import icalendar'], { stdio: 'ignore' });
	return existsSync('/usr/bin/khal') && icalendar.status === 0;
}

/** Installs khal and python3-icalendar where apt can; without them their tests say what misses. */
export async function installCalendars() {
	await installPackages(
		['khal', 'python3-icalendar'],
		'Installing khal and python3-icalendar for the invitation tests. This happens once.',
		haveReaders
	);
}
