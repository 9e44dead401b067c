import { existsSync } from 'node:fs';
import { installPackages } from './debian.js';
import { say } from './steps.js';

/** Paths of the browser on Debian, Ubuntu, macOS and Windows. */
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

/**
 * Installs Chromium for the page tests where no browser is found and apt can install it; exits with 1
 * where none is there afterwards.
 */
export async function installBrowser() {
	const why = 'Installing Chromium for the page tests. This happens once.';
	await installPackages(['chromium', 'fonts-dejavu-core'], why, () => findBrowser() !== undefined);
	if (!findBrowser()) {
		say(
			'The page tests need Chromium or Chrome, and none was found. Install it, or name it in IMAGO_CHROMIUM.'
		);
		process.exit(1);
	}
}
