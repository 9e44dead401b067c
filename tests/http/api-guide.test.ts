import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { projectRoot } from '#server/project-root.ts';
import { makeKey } from '../support/key.ts';
import { startServer, type RunningServer } from '../support/server.ts';
import { firstExplorer } from '../support/visitor.ts';

/** Runs docs/api.md as it is written: every block with bash and curl, against the built server. */
interface Step {
	heading: string;
	script: string;
	/** expected lines of the output, with `…` for any text */
	output: string[];
}

function stepsIn(guide: string): Step[] {
	const parts = guide.matchAll(/^## (.+)$|^```(bash|output)\n([\s\S]*?)^```$/gm);
	const steps: Step[] = [];
	let heading = '';
	for (const [, title, kind, text = ''] of parts) {
		if (title) heading = title;
		else if (kind === 'bash') steps.push({ heading, script: text, output: [] });
		else steps.at(-1)?.output.push(...text.trimEnd().split('\n'));
	}
	return steps;
}

function asPattern(line: string): RegExp {
	return new RegExp(
		`^${line
			.split('…')
			.map((text) => RegExp.escape(text))
			.join('.*')}$`
	);
}

let server: RunningServer;
let key: string;
beforeAll(async () => {
	server = await startServer();
	key = await makeKey(await firstExplorer(server));
});
afterAll(async () => {
	await server.stop();
});

const steps = stepsIn(readFileSync(join(projectRoot, 'docs/api.md'), 'utf8'));

test('curl and bash are here', () => {
	for (const tool of ['curl', 'bash']) {
		const found = spawnSync(tool, ['--version']).status === 0;
		expect(found, `${tool} is not installed, and docs/api.md is proven with it. Install it.`).toBe(
			true
		);
	}
});

test('the guide has blocks to run, and most of them say what comes of it', () => {
	expect(steps.length).toBeGreaterThanOrEqual(10);
	expect(steps.filter(({ output }) => output.length > 0).length).toBeGreaterThanOrEqual(9);
});

test('each block of the guide runs, and answers as it says', () => {
	const mark = '--- end of block';
	const script = steps.map((step) => `${step.script}\necho '${mark}'`).join('\n');
	const run = spawnSync('bash', ['--norc', '-euo', 'pipefail', '-c', script], {
		encoding: 'utf8',
		timeout: 60_000,
		stdio: ['ignore', 'pipe', 'pipe'],
		env: {
			PATH: `${join(projectRoot, 'node_modules/.bin')}:${process.env.PATH ?? ''}`,
			IMAGO: server.origin,
			KEY: key
		}
	});
	expect([run.status, run.stderr]).toEqual([0, '']);
	const outputs = run.stdout.split(`${mark}\n`);
	for (const [index, { heading, output }] of steps.entries()) {
		const lines = (outputs[index] ?? '').replaceAll('\r', '').split('\n').filter(Boolean);
		expect(lines.length, heading).toBeGreaterThan(0);
		if (output.length === 0) continue;
		expect([heading, lines]).toEqual([
			heading,
			output.map((line) => expect.stringMatching(asPattern(line)))
		]);
	}
});
