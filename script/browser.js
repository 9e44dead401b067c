import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { run, say } from './steps.js';

/** Where Debian, Ubuntu, macOS and Windows keep the browser. */
const browsers = [
	process.env.IMAGO_CHROMIUM ?? '',
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe'
];

function findBrowser() {
	return browsers.find((path) => path && existsSync(path));
}

/** Installs Chromium where the page tests would find none and apt can bring it. */
export function installBrowser() {
	if (findBrowser()) return;
	const root = typeof process.getuid === 'function' && process.getuid() === 0;
	if (root && existsSync('/usr/bin/apt-get')) {
		say('Installing Chromium for the page tests. This happens once.');
		const environment = { DEBIAN_FRONTEND: 'noninteractive' };
		const known = spawnSync('apt-cache', ['show', 'chromium'], { stdio: 'ignore' });
		if (known.status !== 0) run('apt-get', ['update', '-qq'], environment);
		const words = [
			'install',
			'-y',
			'-qq',
			'--no-install-recommends',
			'chromium',
			'fonts-dejavu-core'
		];
		const first = spawnSync('apt-get', words, {
			stdio: ['ignore', 'ignore', 'inherit'],
			env: { ...process.env, ...environment }
		});
		if (first.status !== 0) {
			// The list was old: fetch it anew and try once more.
			run('apt-get', ['update', '-qq'], environment);
			run('apt-get', words, environment);
		}
	}
	if (!findBrowser()) {
		say(
			'The page tests need Chromium or Chrome, and none was found. Install it, or name it in IMAGO_CHROMIUM.'
		);
		process.exit(1);
	}
}
