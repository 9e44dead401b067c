import { Option, type Command } from 'commander';
import type { Config } from '#server/config.ts';
import type { OperationCommand } from './command.ts';
import { exampleOf } from './example.ts';
import type { Typed } from './input.ts';
import { isDestructive } from './destructive.ts';
import { kebab } from './names.ts';
import { runOperation, type RunOptions } from './run.ts';

/** Options of every operation; a test checks that no field of an input has such a name. */
export const commonOptions = ['account', 'json', 'input', 'yes', 'file', 'to', 'help'] as const;

/** Whether the answer of an operation is a file. */
function answersFile({ operation }: OperationCommand): boolean {
	return operation.name === 'account.export';
}

/** Adds the options that do not belong to a field, where they apply to the command. */
function addRunOptions(program: Command, command: OperationCommand): void {
	if (command.options.length > 0) {
		program.option(
			'--input <file>',
			'the whole input as JSON from a file, or - for standard input'
		);
	}
	if (command.takesFile)
		program.option('--file <path>', 'path of the file, or - for standard input');
	if (answersFile(command)) {
		program.option('--to <path>', 'path of a new file (default: standard output)');
	}
	if (isDestructive(command.operation.name)) program.option('--yes', 'do not ask for confirmation');
	program
		.option('--account <email>', 'whose workspace (default: IMAGO_ACCOUNT, or the only account)')
		.option('--json', 'print JSON for programs');
}

type Given = Record<string, string | string[]> & RunOptions & { input?: string; file?: string };

function addOptions(program: Command, command: OperationCommand): void {
	for (const { flag, placeholder, help, repeats, choices } of command.options) {
		const option = new Option(`${flag} <${placeholder}>`, help);
		// Choices are for help and completion only: the operation refuses others with its own sentence.
		if (choices.length > 0) option.argChoices = [...choices];
		if (repeats) {
			option.argParser((value: string, before: string[] | undefined) => [...(before ?? []), value]);
		}
		program.addOption(option);
	}
}

/** Maps the options of commander, which has names of its own, back to fields. */
function typedIn(command: OperationCommand, program: Command, positionals: unknown[]): Typed {
	const given = program.opts<Given>();
	const values = command.options.flatMap(({ field, flag }) => {
		const option = program.options.find(({ long }) => long === flag);
		const value = option && given[option.attributeName()];
		return value === undefined ? [] : [[field, value] as const];
	});
	return {
		positionals: positionals.slice(0, command.positionals.length) as (string | undefined)[],
		options: Object.fromEntries(values),
		input: given.input,
		file: given.file
	};
}

function addCommand(group: Command, command: OperationCommand, config: () => Config): void {
	const { operation, positionals, verb } = command;
	const program = group.command(verb).description(operation.summary);
	for (const field of positionals) program.argument(`[${kebab(field)}]`);
	addOptions(program, command);
	addRunOptions(program, command);
	program.addHelpText('after', `\nExample:\n  ${exampleOf(command)}`);
	program.action(async (...words: unknown[]) => {
		const typed = typedIn(command, program, words);
		await runOperation(config(), command, typed, program.opts<RunOptions>());
	});
}

/** Adds every operation as a command `imago <group> <verb>`. */
export function addOperations(
	program: Command,
	groups: ReadonlyMap<string, OperationCommand[]>,
	config: () => Config
): void {
	for (const [name, commands] of groups) {
		const verbs = commands.map(({ verb }) => verb);
		const group = program.command(name).description(verbs.join(', '));
		for (const command of commands) addCommand(group, command, config);
	}
}
