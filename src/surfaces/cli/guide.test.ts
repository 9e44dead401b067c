import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { projectRoot } from '#server/project-root.ts';
import { testEngine } from '#tests/support/app.ts';
import { imago, openListening } from '#tests/support/command-line.ts';
import { makeProgram } from './program.ts';

/** Runs the commands of docs/cli.md. */
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
			// Output files are written to the folder of the test.
			.replace(/^(out\.json\.gz|copy)$/, (name) => join(folder, name))
	);
	expect(words[0]).toBe('imago');
	const result = await imago(testApp.environment, ...words.slice(1));
	// Folder back-ups exist for SQLite only; on PostgreSQL the command is refused.
	const isRefused = words[1] === 'backup' && testEngine() === 'postgres';
	const expected = isRefused ? 75 : Number(code);
	expect(result.code).toBe(expected);
	if (result.code === 0) expect(result.err).toMatch(/^(To undo: imago [^\n]+\n)?$/);
});

test('the table names every command of the host', async () => {
	const program = await makeProgram(['user'], () => {
		throw new Error('Help needs no settings.');
	});
	for (const command of program.commands) expect(guide).toContain(`\`${command.name()}`);
});
