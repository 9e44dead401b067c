import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '#server/project-root.ts';

/** The Node of the machine, which may be older than the project's. */
const path = (process.env.PATH ?? '')
	.split(':')
	.filter((folder) => !folder.includes('node_modules'))
	.join(':');

function setUp(): { said: string; millis: number } {
	const began = performance.now();
	const done = spawnSync('node', ['script/setup.js'], {
		cwd: projectRoot,
		encoding: 'utf8',
		env: { ...process.env, PATH: path }
	});
	return { said: done.stdout + done.stderr, millis: performance.now() - began };
}

test('with nothing to do the set-up is silent and quick, on the machine’s own Node', () => {
	setUp();
	const times = [setUp(), setUp(), setUp()];
	expect(times.map(({ said }) => said)).toEqual(['', '', '']);
	expect(Math.min(...times.map(({ millis }) => millis))).toBeLessThan(300);
});

test('the setup scripts are plain JavaScript without dependencies', () => {
	const imports = execFileSync(
		'grep',
		[
			'-hE',
			'^import',
			'script/steps.js',
			'script/lock.js',
			'script/debian.js',
			'script/setup.js',
			'script/browser.js',
			'script/with.js',
			'script/test.js'
		],
		{
			cwd: projectRoot,
			encoding: 'utf8'
		}
	);
	for (const line of imports.trim().split('\n')) expect(line).toMatch(/from '(node:|\.\/)/);
});

test('npm scripts run on the Node that the project brings', () => {
	const version = execFileSync(join(projectRoot, 'node_modules/.bin/node'), ['--version'], {
		encoding: 'utf8'
	});
	expect(version).toMatch(/^v26\./);
});

test('no npm script leans on a pre script, which ignore-scripts would skip', () => {
	const { scripts } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as {
		scripts: Record<string, string>;
	};
	expect(Object.keys(scripts).filter((name) => /^(pre|post)/.test(name))).toEqual([]);
	expect(scripts.start).toContain('script/with.js app');
	expect(scripts.test).toContain('script/with.js tests');
});
