import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';
import { installBrowser } from './browser.js';
import { installCalendars } from './calendars.js';
import { installPostgres } from './postgres.js';
import { build, install } from './steps.js';

/**
 * Installs and builds what is missing; prints nothing and is fast where nothing is.
 * @param {string} kind `install`, `app` (also builds) or `tests` (also finds a browser, two calendar programs and PostgreSQL)
 */
export async function setUp(kind) {
	await install();
	if (kind !== 'install') await build();
	if (kind !== 'tests') return;
	await installBrowser();
	await installCalendars();
	await installPostgres();
}

if (argv[1] === fileURLToPath(import.meta.url)) await setUp(argv[2] ?? 'app');
