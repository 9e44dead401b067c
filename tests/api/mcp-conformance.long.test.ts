import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { refuse } from '#kernel/refusal.ts';
import { operation, type AnyOperation } from '#server/perform.ts';
import { projectRoot } from '#server/project-root.ts';
import { operations } from '#surfaces/registry.server.ts';
import { openAssistants, type Assistants } from '../support/mcp.ts';

/** Operations that the conformance suite expects by fixed tool names. */
const forTheSuite = [
	operation({
		name: 'test.simple_text',
		http: { verb: 'GET', path: '/test/text' },
		summary: 'Answer with a text',
		effect: 'read',
		input: z.object({}),
		output: z.object({ text: z.string() }),
		example: {},
		run: () => Promise.resolve({ text: 'A simple text' })
	}),
	operation({
		name: 'test.error_handling',
		http: { verb: 'GET', path: '/test/error' },
		summary: 'Refuse whatever is asked',
		effect: 'read',
		input: z.object({}),
		output: z.object({}),
		example: {},
		run: () => {
			throw refuse('conflict', 'test.refused', 'This is refused. Ask for less.');
		}
	})
] as AnyOperation[];

let assistants: Assistants;
beforeAll(async () => {
	assistants = await openAssistants([...operations, ...forTheSuite]);
	// The suite sends no key of its own.
	assistants.lend(await assistants.keyFor(['read', 'draft']));
});
afterAll(() => assistants.close());

test('the protocol’s own suite passes what applies, and nothing else has changed', async () => {
	const suite = spawn(
		join(projectRoot, 'node_modules/.bin/conformance'),
		[
			...['server', '--url', assistants.url, '--suite', 'all'],
			...['--expected-failures', join(projectRoot, 'tests/api/mcp-conformance.yml')]
		],
		{ env: { PATH: `${join(projectRoot, 'node_modules/.bin')}:${process.env.PATH ?? ''}` } }
	);
	let output = '';
	suite.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
	suite.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
	const code = await new Promise((resolve) => suite.once('exit', resolve));
	expect([code, code === 0 ? '' : output]).toEqual([0, '']);
	for (const [name, passed] of [
		['server-initialize', 1],
		['ping', 1],
		['tools-list', 1],
		['tools-call-simple-text', 1],
		['tools-call-error', 1],
		['prompts-list', 1],
		['dns-rebinding-protection', 2]
	] as const) {
		expect(output).toContain(`✓ ${name}: ${passed} passed, 0 failed`);
	}
}, 60_000);
