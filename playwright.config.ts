import { existsSync } from 'node:fs';
import { defineConfig } from '@playwright/test';

const chromium =
	[
		process.env.IMAGO_CHROMIUM,
		'/usr/bin/chromium',
		'/usr/bin/chromium-browser',
		'/usr/bin/google-chrome'
	].find((path) => path && existsSync(path)) ?? '';

/** The pages in real Chromium, against the built server; the tests of a worker share one (fixtures.ts). */
export default defineConfig({
	testDir: 'tests/e2e',
	testMatch: '**/*.e2e.ts',
	outputDir: 'test-results/pages',
	fullyParallel: true,
	workers: 2,
	timeout: 90_000,
	expect: { timeout: 10_000 },
	use: {
		locale: 'en-GB',
		timezoneId: 'Europe/Stockholm',
		trace: 'off',
		actionTimeout: 20_000,
		launchOptions: {
			executablePath: chromium,
			args: [
				'--no-sandbox',
				'--disable-gpu',
				'--disable-quic',
				'--no-first-run',
				'--disable-background-networking',
				'--disable-component-update',
				'--disable-sync'
			]
		}
	},
	projects: [
		{ name: 'desk', grepInvert: /@phone/, use: { viewport: { width: 1280, height: 900 } } },
		{
			name: 'phone',
			// A phone has no keyboard to walk by, and what goes on behind the address is the same.
			testIgnore: ['**/keyboard.e2e.ts', '**/pair.e2e.ts'],
			grepInvert: /@desk/,
			use: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }
		}
	]
});
