import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '#server/project-root.ts';
import { freePort } from '#tests/support/server.ts';
import type { Program } from './measure/launch.ts';

export interface BarePage extends Program {
	remove(): void;
}

/**
 * Builds the bare SvelteKit app in a temporary folder. SvelteKit writes types into the `node_modules`
 * beside it, so that folder is a new one with a symbolic link per package.
 */
export async function buildBarePage(): Promise<BarePage> {
	const folder = mkdtempSync(join(tmpdir(), 'imago-bare-'));
	cpSync(join(projectRoot, 'bench/bare'), folder, { recursive: true });
	const packages = join(projectRoot, 'node_modules');
	mkdirSync(join(folder, 'node_modules'));
	for (const name of readdirSync(packages)) {
		if (name.startsWith('.') || name === '$app') continue;
		symlinkSync(join(packages, name), join(folder, 'node_modules', name));
	}
	const vite = join(packages, 'vite/bin/vite.js');
	const done = spawnSync(
		join(packages, '.bin/node'),
		[vite, 'build', '--config', 'kit.ts', '--logLevel', 'error'],
		{
			cwd: folder,
			stdio: ['ignore', 'ignore', 'inherit']
		}
	);
	if (done.status !== 0) throw new Error('The bare page could not be built.');
	return {
		words: ['build/index.js'],
		folder,
		environment: { HOST: '127.0.0.1' },
		port: await freePort(),
		remove: () => rmSync(folder, { recursive: true, force: true })
	};
}
