// Runs all tests and ends with one line: "N passed, N failed".
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { withLock } from './lock.js';
import { root, say } from './steps.js';

const results = join(root, 'test-results');
const path = `${join(root, 'node_modules', '.bin')}${delimiter}${process.env.PATH ?? ''}`;

let passed = 0;
let failed = 0;

/**
 * @param {string} name
 * @param {string[]} words
 * @param {NodeJS.ProcessEnv} environment
 */
async function step(name, words, environment) {
	const began = Date.now();
	const [command = '', ...rest] = words;
	const child = spawn(command, rest, {
		cwd: root,
		stdio: ['ignore', 'inherit', 'inherit'],
		shell: process.platform === 'win32',
		env: { ...process.env, PATH: path, ...environment }
	});
	const status = await new Promise((resolve) => {
		child.once('error', () => resolve(1));
		child.once('exit', resolve);
	});
	const report = join(results, `${name}.json`);
	let counted = 0;
	let broken = 0;
	if (existsSync(report)) {
		const read = JSON.parse(readFileSync(report, 'utf8'));
		// The report formats of Vitest and Playwright.
		counted = read.numPassedTests ?? read.stats.expected + read.stats.flaky;
		broken = read.numFailedTests ?? read.stats.unexpected;
	}
	// A run that ends with an error but no failed test counts as one failure.
	if (status !== 0 && broken === 0) broken = 1;
	if (counted + broken === 0) broken = 1;
	passed += counted;
	failed += broken;
	say(`${name}: ${counted} passed, ${broken} failed, ${Math.round((Date.now() - began) / 1000)} s`);
}

/** @param {string} name */
const vitest = (name) => [
	'--reporter=dot',
	'--reporter=json',
	`--outputFile.json=test-results/${name}.json`
];

// Parallel runs would overwrite each other's reports and disturb the tests that measure waiting times.
await withLock(join(root, '.locks', 'tests'), 'Testing', async () => {
	rmSync(results, { recursive: true, force: true });
	mkdirSync(results, { recursive: true });
	// One after the other, since some tests measure waiting times.
	await step('unit', ['vitest', 'run', ...vitest('unit')], {});
	await step(
		'postgres',
		['vitest', 'run', '--config', 'vitest.postgres.config.ts', ...vitest('postgres')],
		{}
	);
	await step('http', ['vitest', 'run', '--config', 'vitest.http.config.ts', ...vitest('http')], {});
	await step('pages', ['playwright', 'test', '--reporter=dot,json'], {
		PLAYWRIGHT_JSON_OUTPUT_NAME: 'test-results/pages.json'
	});
});

process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exit(failed === 0 ? 0 : 1);
