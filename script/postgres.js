import { existsSync, readdirSync } from 'node:fs';
import { installPackages } from './debian.js';

/** Whether PostgreSQL 15 or newer is installed; Debian has a folder per version. */
function havePostgres() {
	const home = '/usr/lib/postgresql';
	if (!existsSync(home)) return false;
	return readdirSync(home).some(
		(version) => Number(version) >= 15 && existsSync(`${home}/${version}/bin/initdb`)
	);
}

/**
 * Installs PostgreSQL where apt can. Only its programs are used: the tests start a server of their own in
 * a temporary folder, on a socket.
 */
export async function installPostgres() {
	await installPackages(
		['postgresql', 'postgresql-contrib'],
		'Installing PostgreSQL for the tests of the second engine. This happens once.',
		havePostgres
	);
}
