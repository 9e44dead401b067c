import { spawn, type ChildProcess } from 'node:child_process';
import {
	cpSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	rmSync,
	utimesSync,
	writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { projectRoot } from '#server/project-root.ts';

/** The Node and npm of the machine, as in a clone without installed packages. */
const path = (process.env.PATH ?? '')
	.split(':')
	.filter((folder) => !folder.includes('node_modules'))
	.join(':');
const env = { ...process.env, PATH: path, npm_config_offline: 'true' };

const folders: string[] = [];
afterAll(() => {
	for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});
function newFolder(): string {
	const folder = mkdtempSync(join(tmpdir(), 'imago-setup-'));
	folders.push(folder);
	return folder;
}

/** A program of the test project: logs its begin and end, and takes 1.5 s. */
const program = (name: string, makes: string): string => `#!/usr/bin/env node
import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
appendFileSync('log', '${name} begins\\n');
setTimeout(() => {
	mkdirSync('build', { recursive: true });
	writeFileSync('build/${makes}', '');
	appendFileSync('log', '${name} ends\\n');
}, 1500);
`;

/** A project with our setup scripts and one local package, which npm really installs. */
function tinyProject(): string {
	const folder = newFolder();
	const bin = { vite: 'vite.js', 'svelte-kit': 'kit.js' };
	const manifest = { name: 'tiny', version: '1.0.0', dependencies: { vite: 'file:tools/vite' } };
	const packages = {
		'': manifest,
		'node_modules/vite': { resolved: 'tools/vite', link: true },
		'tools/vite': { version: '1.0.0', bin }
	};
	const files: Record<string, string> = {
		'package.json': JSON.stringify({ ...manifest, type: 'module' }),
		'package-lock.json': JSON.stringify({
			...manifest,
			lockfileVersion: 3,
			requires: true,
			packages
		}),
		'tools/vite/package.json': JSON.stringify({
			name: 'vite',
			version: '1.0.0',
			type: 'module',
			bin
		}),
		'tools/vite/vite.js': program('build', 'handler.js'),
		'tools/vite/kit.js': program('install', 'synced'),
		'src/page.txt': 'a page'
	};
	for (const [name, text] of Object.entries(files)) {
		mkdirSync(dirname(join(folder, name)), { recursive: true });
		writeFileSync(join(folder, name), text);
	}
	cpSync(join(projectRoot, 'script'), join(folder, 'script'), { recursive: true });
	return folder;
}

interface Started {
	child: ChildProcess;
	ended: Promise<{ code: number | null; output: string }>;
}

/** Starts the script of `npm start` (`app`) or `npm run imago` (`install`). */
function start(folder: string, kind: 'app' | 'install'): Started {
	const words = ['script/with.js', kind, 'node', '-e', ''];
	const child = spawn('node', words, { cwd: folder, env });
	let output = '';
	child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
	child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
	const ended = new Promise<{ code: number | null; output: string }>((resolve) => {
		child.once('exit', (code) => {
			resolve({ code, output });
		});
	});
	return { child, ended };
}

const logOf = (folder: string): string[] =>
	existsSync(join(folder, 'log'))
		? readFileSync(join(folder, 'log'), 'utf8').trim().split('\n')
		: [];

const once = ['install begins', 'install ends', 'build begins', 'build ends'];

test('of several commands at once one installs and builds, and the others wait and say for what', async () => {
	const folder = tinyProject();
	const kinds = ['app', 'install', 'app', 'install'] as const;
	const all = await Promise.all(kinds.map((kind) => start(folder, kind).ended));
	expect(all.map(({ code, output }) => (code === 0 ? 0 : output))).toEqual([0, 0, 0, 0]);
	expect(logOf(folder)).toEqual(once);
	expect(existsSync(join(folder, 'node_modules/.bin/vite'))).toBe(true);
	const waited = all.filter(({ output }) => !output.includes('Installing what Imago is made of'));
	expect(waited).toHaveLength(3);
	for (const { output } of waited) {
		expect(output).toMatch(
			/^Installing is under way already \(process [\d, ]+\)\. Waiting for it to end\.\n/
		);
	}
});

test('the lock of a killed command is released once its child processes have ended', async () => {
	const folder = tinyProject();
	const first = start(folder, 'install');
	while (logOf(folder).length === 0) await wait(20);
	first.child.kill('SIGKILL');
	await first.ended;
	const second = await start(folder, 'app').ended;
	expect(second.output).toContain('Waiting for it to end.');
	expect(logOf(folder)).toEqual(['install begins', 'install ends', ...once]);
});

test('SIGTERM to a command ends the installation too', async () => {
	const folder = tinyProject();
	const first = start(folder, 'install');
	while (logOf(folder).length === 0) await wait(20);
	first.child.kill('SIGTERM');
	expect((await first.ended).code).not.toBe(0);
	expect((await start(folder, 'install').ended).code).toBe(0);
	expect(logOf(folder)).toEqual(['install begins', 'install begins', 'install ends']);
});

test('a folder that was copied, or whose files have other times, is set up already', async () => {
	const folder = tinyProject();
	await start(folder, 'app').ended;
	const copy = join(newFolder(), 'copy');
	cpSync(folder, copy, { recursive: true, verbatimSymlinks: true });
	expect(await start(copy, 'app').ended).toEqual({ code: 0, output: '' });
	utimesSync(join(copy, 'src/page.txt'), 1_000_000, 1_000_000);
	expect(await start(copy, 'app').ended).toEqual({ code: 0, output: '' });
	expect(logOf(copy)).toEqual(once);
	writeFileSync(join(copy, 'src/page.txt'), 'b page');
	await start(copy, 'app').ended;
	expect(logOf(copy)).toEqual([...once, 'build begins', 'build ends']);
});

test('only one process holds the lock at a time, also when holders are killed', async () => {
	const folder = newFolder();
	const counter = join(folder, 'counter');
	writeFileSync(counter, '0');
	const text = `
		import { readFileSync, writeFileSync } from 'node:fs';
		import { withLock } from ${JSON.stringify(join(projectRoot, 'script/lock.js'))};
		for (let round = 0; round < 6; round += 1) {
			await withLock(${JSON.stringify(join(folder, 'lock'))}, 'Counting', async () => {
				const before = Number(readFileSync(${JSON.stringify(counter)}, 'utf8'));
				await new Promise((resolve) => setTimeout(resolve, 5));
				writeFileSync(${JSON.stringify(counter)}, String(before + 1));
				if (round === 5) process.kill(process.pid, 'SIGKILL');
			});
		}
	`;
	const all = Array.from({ length: 5 }, () => {
		const child = spawn('node', ['--input-type=module', '--eval', text], { env });
		return new Promise((resolve) =>
			child.once('exit', (_, signal) => {
				resolve(signal);
			})
		);
	});
	expect(await Promise.all(all)).toEqual(Array(5).fill('SIGKILL'));
	expect(readFileSync(counter, 'utf8')).toBe('30');
});

test('a lock released on another machine is free', async () => {
	const folder = newFolder();
	mkdirSync(folder, { recursive: true });
	const owner = { machine: 'another', folder, what: 'Installing', processes: [] };
	writeFileSync(join(folder, '7'), JSON.stringify(owner));
	const { withLock } = (await import(join(projectRoot, 'script/lock.js'))) as {
		withLock: (folder: string, what: string, work: () => Promise<void>) => Promise<void>;
	};
	let isDone = false;
	await withLock(folder, 'Building', () => {
		isDone = true;
		return Promise.resolve();
	});
	expect(isDone).toBe(true);
});
