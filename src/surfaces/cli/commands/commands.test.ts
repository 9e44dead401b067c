import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { AnyOperation } from '#server/perform.ts';
import { operationNamed, operations } from '../../registry.server.ts';
import { makeProgram } from '../program.ts';
import { commandOf } from './command.ts';
import { exampleOf } from './example.ts';
import { inputOf } from './input.ts';
import { commonOptions } from './program.ts';

const folder = mkdtempSync(join(tmpdir(), 'imago-commands-'));
afterAll(() => {
	rmSync(folder, { recursive: true, force: true });
});

function named(name: string) {
	return commandOf(operationNamed(name) as AnyOperation);
}

/** Splits a line into words as a shell does; enough for the examples. */
function wordsIn(line: string): string[] {
	const words = line.match(/(?:[^\s']+|'[^']*')+/g) ?? [];
	return words.map((word) => word.replace(/'([^']*)'/g, '$1'));
}

describe.each(operations.map((operation) => ({ name: operation.name, operation })))(
	'$name',
	({ operation }) => {
		const command = commandOf(operation);

		test('no field hides an option that every command has', () => {
			const flags = command.options.map(({ flag }) => flag);
			expect(new Set(flags).size).toBe(flags.length);
			for (const own of commonOptions) expect(flags).not.toContain(`--${own}`);
			for (const flag of flags) expect(flag).toMatch(/^--(?!no-)[a-z][a-z.-]+$/);
		});

		test('its example line says its example', () => {
			if (command.takesFile) return;
			const [, , , ...words] = wordsIn(exampleOf(command));
			const positionals = words.slice(0, command.positionals.length);
			const options: Record<string, string[]> = {};
			for (let at = positionals.length; at < words.length; at += 2) {
				const option = command.options.find(({ flag }) => flag === words[at]);
				(options[option?.field ?? ''] ??= []).push(words[at + 1] ?? '');
			}
			const single = Object.entries(options).map(([field, values]) => [
				field,
				command.options.find((each) => each.field === field)?.repeats
					? values
					: (values.at(-1) ?? '')
			]);
			const input = inputOf(command, { positionals, options: Object.fromEntries(single) as never });
			expect(JSON.parse(JSON.stringify(input))).toEqual(
				JSON.parse(JSON.stringify(operation.example))
			);
		});
	}
);

test('the registry is all there, each operation once', async () => {
	const program = await makeProgram([], () => {
		throw new Error('Help needs no settings.');
	});
	const found = program.commands.flatMap((group) =>
		group.commands.map((verb) => `${group.name()} ${verb.name()}`)
	);
	for (const operation of operations) {
		const { group, verb } = commandOf(operation);
		expect(found.filter((each) => each === `${group} ${verb}`)).toHaveLength(1);
	}
	expect(program.helpInformation()).toContain('themes');
});

test('options say what they take', () => {
	const park = named('themes.park').options;
	expect(park.map(({ flag }) => flag)).toEqual([
		'--id',
		'--look-again-on',
		'--since',
		'--was.seat',
		'--was.look-again-on'
	]);
	expect(park[1]).toMatchObject({ placeholder: 'day', help: 'like 2026-12-02; "" for none' });
	const note = named('selfNotes.add').options.find(({ field }) => field === 'kind');
	expect(note).toMatchObject({
		choices: ['interest', 'strength', 'value'],
		help: expect.stringContaining('needed') as string
	});
	expect(named('keys.add').options[1]).toMatchObject({ repeats: true, asJson: false });
	expect(named('talks.record').options.at(-1)).toMatchObject({ repeats: true, asJson: true });
});

test('what is typed becomes input: places, options over a whole input, nothing, JSON', () => {
	const inputFile = join(folder, 'whole.json');
	writeFileSync(inputFile, '{"title":"Old","instead":null}');
	expect(
		inputOf(named('themes.open'), { positionals: [], options: { title: 'New' }, input: inputFile })
	).toEqual({ title: 'New', instead: null });
	expect(
		inputOf(named('themes.park'), {
			positionals: ['one'],
			options: { lookAgainOn: '', 'was.seat': '2' }
		})
	).toEqual({ id: 'one', lookAgainOn: null, was: { seat: 2 } });
	expect(
		inputOf(named('talks.record'), {
			positionals: ['one'],
			options: { events: ['{"a":1}', '[{"b":2}]'] }
		})
	).toEqual({ interviewId: 'one', events: [{ a: 1 }, { b: 2 }] });
});

test('a list that only the file has stays as the file has it', () => {
	const input = join(folder, 'key.json');
	writeFileSync(input, '{"name":"Mine","effects":["read"]}');
	expect(inputOf(named('keys.add'), { positionals: [], options: {}, input })).toEqual({
		name: 'Mine',
		effects: ['read']
	});
	expect(inputOf(named('talks.record'), { positionals: ['one'], options: {} })).toEqual({
		interviewId: 'one'
	});
});

test('a file comes with its name', () => {
	const file = join(folder, 'Connections.csv');
	writeFileSync(file, 'First Name');
	expect(inputOf(named('imports.read'), { positionals: [], options: {}, file })).toEqual({
		fileName: 'Connections.csv',
		content: Buffer.from('First Name').toString('base64'),
		encoding: 'base64'
	});
});

interface Wrong {
	code: string;
	input?: string;
	file?: string;
}
const wrong: Wrong[] = [
	{ code: 'cli.no-file', input: 'lost.json' },
	{ code: 'cli.no-file', input: '.' },
	{ code: 'cli.not-json', input: 'letter' },
	{ code: 'cli.not-object', input: 'list' },
	{ code: 'cli.no-file', file: 'lost.csv' }
];
test.each(wrong)('$code', ({ code, input, file }) => {
	writeFileSync(join(folder, 'letter'), 'Dear Mara');
	writeFileSync(join(folder, 'list'), '[]');
	const typed = {
		positionals: [],
		options: {},
		input: input && join(folder, input),
		file: file && join(folder, file)
	};
	expect(() => inputOf(named('themes.open'), typed)).toThrow(
		expect.objectContaining({ code }) as Error
	);
});
