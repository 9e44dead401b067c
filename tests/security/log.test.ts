import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '#server/project-root.ts';

/** The output of a log statement on standard error, as in production. */
function logged(statement: string): string {
	const program = `import { openLog } from './src/server/log.ts'; const log = openLog('info'); ${statement}`;
	const done = spawnSync(
		join(projectRoot, 'node_modules/.bin/node'),
		['--disable-warning=ExperimentalWarning', '--input-type=module', '--eval', program],
		{ cwd: projectRoot, encoding: 'utf8' }
	);
	expect(done.stdout).toBe('');
	return done.stderr;
}

test('whatever is logged is one line of JSON with its instant in UTC', () => {
	const lines = logged(
		String.raw`log.warn({ job: 'x\n{"level":60,"msg":"forged"}\u001b[2J' }, 'a line\r\nanother');`
	).trimEnd();
	expect(lines).not.toMatch(/[\n\r\u001b]/);
	const line = JSON.parse(lines) as Record<string, unknown>;
	expect(line).toMatchObject({ level: 40, msg: 'a line\r\nanother' });
	expect(line.time).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
});

test('credentials are left out of the log, also inside what is logged', () => {
	const names = ['password', 'token', 'cookie', 'authorization', 'code', 'secret', 'body'];
	const more = ['currentPassword', 'oneTimeCode', 'apiKey', 'webhookSecret', 'connectionString'];
	const fields = Object.fromEntries([...names, ...more].map((name) => [name, 'canary']));
	const deep = { inner: { each: [{ ...fields, kept: 3 }] } };
	const lines = logged(`log.info(${JSON.stringify({ ...fields, inner: fields, deep })}, 'x');`);
	expect(lines).not.toContain('canary');
	expect(JSON.parse(lines)).toMatchObject({
		password: '…',
		inner: { token: '…' },
		deep: { inner: { each: [{ oneTimeCode: '…', kept: 3 }] } }
	});
});
