import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { installPackages } from './debian.js';

/**
 * Whether khal and icalendar are installed: two independent parsers that the tests read every invitation
 * with.
 */
function haveReaders() {
	const icalendar = spawnSync('/usr/bin/python3', ['-c', 'import icalendar'], { stdio: 'ignore' });
	return existsSync('/usr/bin/khal') && icalendar.status === 0;
}

/** Installs khal and python3-icalendar where apt can; otherwise the tests report what is missing. */
export async function installCalendars() {
	await installPackages(
		['khal', 'python3-icalendar'],
		'Installing khal and python3-icalendar for the invitation tests. This happens once.',
		haveReaders
	);
}
