import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { projectRoot } from '#server/root.ts';
import { testEngine } from '#tests/support/app.ts';
import { imago, openListening } from '#tests/support/command-line.ts';
import { makeProgram } from './program.ts';

/** What docs/cli.md shows can be done as it stands there. */
const guide = readFileSync(join(projectRoot, 'docs/cli.md'), 'utf8');
const lines = [...guide.matchAll(/^```console\n([\s\S]*?)^```$/gm)].flatMap(([, block = '']) =>
	block.trim().split('\n')
);

const folder = mkdtempSync(join(tmpdir(), 'imago-guide-'));
const testApp = await openListening();
afterAll(async () => {
	await testApp.close();
	rmSync(folder, { recursive: true, force: true });
});

test('there is something to run', () => {
	expect(lines.length).toBeGreaterThan(15);
});

test.each(lines)('%s', async (line) => {
	const [call = '', code = '0'] = line.split(' # refused: ');
	const words = (call.match(/(?:[^\s']+|'[^']*')+/g) ?? []).map((word) =>
		word
			.replace(/'([^']*)'/g, '$1')
			// What would be written stands in a folder of the test's own.
			.replace(/^(out\.json\.gz|copy)$/, (name) => join(folder, name))
	);
	expect(words[0]).toBe('imago');
	const said = await imago(testApp.environment, ...words.slice(1));
	// A back-up in a folder is one of a SQLite file; beside a PostgreSQL the command says what to do.
	const isRefused = words[1] === 'backup' && testEngine() === 'postgres';
	const expected = isRefused ? 75 : Number(code);
	expect(said.code).toBe(expected);
	if (said.code === 0) expect(said.err).toMatch(/^(To take it back: imago [^\n]+\n)?$/);
});

test('the table names every command of the host', async () => {
	const program = await makeProgram(['user'], () => {
		throw new Error('Help needs no settings.');
	});
	for (const command of program.commands) expect(guide).toContain(`\`${command.name()}`);
});
