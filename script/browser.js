import { existsSync } from 'node:fs';
import { installPackages } from './debian.js';
import { say } from './steps.js';

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
