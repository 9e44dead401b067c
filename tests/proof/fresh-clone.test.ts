import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '#server/project-root.ts';
import { freePort } from '../support/server.ts';

/** The machine's own tools, not the project's: what a newcomer has. */
const bare = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

test('npm start in a fresh clone serves within three minutes from a cold package cache', async () => {
	const folder = mkdtempSync(join(tmpdir(), 'imago-clone-'));
	execFileSync('git', ['clone', '--quiet', projectRoot, join(folder, 'imago')]);
	const port = await freePort();
	const began = performance.now();
	const child = spawn('npm', ['start'], {
		cwd: join(folder, 'imago'),
		detached: true,
		env: { PATH: bare, HOME: folder, PORT: String(port), npm_config_cache: join(folder, 'cache') }
	});
	let output = '';
	child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
	child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
	while (!output.includes('/begin/')) {
		if (child.exitCode !== null || performance.now() - began > 300_000) throw new Error(output);
		await new Promise((resolve) => setTimeout(resolve, 100));
	}
	const seconds = (performance.now() - began) / 1000;
	const health = await fetch(`http://127.0.0.1:${port}/healthz`);
	if (child.pid) process.kill(-child.pid, 'SIGINT');
	await new Promise((resolve) => child.once('exit', resolve));
	rmSync(folder, { recursive: true, force: true });
	console.log(`Served after ${Math.round(seconds)} s.`);
	expect(health.status).toBe(200);
	expect(seconds).toBeLessThan(180);
}, 400_000);
