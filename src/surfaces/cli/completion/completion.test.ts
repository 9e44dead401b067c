import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { operations } from '../../registry.server.ts';
import { commandOf } from '../commands/command.ts';
import { imago } from '#tests/support/command-line.ts';

const { out: bash } = await imago({}, 'completion', 'bash');

/** The completions of bash at the end of a line. */
function offered(line: string): string[] {
	const words = line.split(' ');
	const script = `${bash}
COMP_WORDS=(${words.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${words.length - 1}
_imago; printf '%s\\n' "\${COMPREPLY[@]}"`;
	const done = spawnSync('bash', ['-c', script], { encoding: 'utf8' });
	expect(done.stderr).toBe('');
	return done.stdout.split('\n').filter(Boolean);
}

describe('bash', () => {
	test('reads the script', () => {
		const done = spawnSync('bash', ['-n'], { input: bash, encoding: 'utf8' });
		expect([done.status, done.stderr]).toEqual([0, '']);
	});

	test.each([
		['imago peo', ['people']],
		['imago people li', ['list']],
		['imago people list --w', ['--words']],
		['imago themes open --title X --in', ['--instead', '--input']],
		['imago self-notes add --kind ', ['interest', 'strength', 'value']],
		['imago self-notes add --kind st', ['strength']],
		['imago self-notes add --text ', []],
		['imago user ', ['add', 'reset', 'sign-out', 'list']],
		['imago backup ', []],
		['imago nobody ', []]
	])('offers at "%s"', (line, words) => {
		expect(offered(line)).toEqual(words);
	});

	test('knows every operation and every option', () => {
		for (const operation of operations) {
			const { group, verb, options } = commandOf(operation);
			expect(bash).toContain(` ${verb}`);
			const line = bash.split('\n').find((each) => each.includes(`'${group} ${verb}')`)) ?? '';
			for (const { flag } of options) expect(line).toContain(flag);
		}
	});
});

test.each(['zsh', 'fish'])('%s gets as much', async (shell) => {
	const { out, code } = await imago({}, 'completion', shell);
	expect(code).toBe(0);
	for (const operation of operations) expect(out).toContain(commandOf(operation).verb);
	// Where the shell is installed, it checks the syntax.
	const done = spawnSync(shell, ['-n'], { input: out, encoding: 'utf8' });
	if (done.error === undefined) expect([done.status, done.stderr]).toEqual([0, '']);
});

test('another shell is not known', async () => {
	expect(await imago({}, 'completion', 'tcsh')).toMatchObject({ code: 64, out: '' });
});
