import { expect, test } from 'vitest';
import { familiesOf } from './user-agent.ts';

const kit = 'AppleWebKit/537.36 (KHTML, like Gecko)';

test.each([
	['Mozilla/5.0 (Windows NT 10.0; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox on Windows'],
	[`Mozilla/5.0 (X11; Linux x86_64) ${kit} Chrome/140.0.0.0 Safari/537.36`, 'Chrome on Linux'],
	[
		`Mozilla/5.0 (Windows NT 10.0) ${kit} Chrome/140.0.0.0 Safari/537.36 Edg/140.0`,
		'Edge on Windows'
	],
	[
		'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/19.0 Safari/605.1.15',
		'Safari on macOS'
	],
	[
		'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 Version/19.0 Mobile/15E148 Safari/604.1',
		'Safari on iPhone'
	],
	[
		`Mozilla/5.0 (Linux; Android 15; SM-S921B) ${kit} SamsungBrowser/28.0 Chrome/130.0 Mobile Safari/537.36`,
		'Samsung Internet on Android'
	],
	['Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) Chrome/140.0 Safari/537.36', 'Chrome on ChromeOS'],
	['curl/8.9.1', null],
	['', null],
	[undefined, null]
])('%s is %s', (text, families) => {
	expect(familiesOf(text)).toBe(families);
});
