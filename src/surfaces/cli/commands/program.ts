import { Option, type Command } from 'commander';
import type { Config } from '#server/config.ts';
import type { OperationCommand } from './command.ts';
import { exampleOf } from './example.ts';
import type { Typed } from './input.ts';
import { isDestructive } from './destructive.ts';
import { kebab } from './names.ts';
import { runOperation, type Manner } from './run.ts';

/** Options that every operation has; no field of an input may be called like one (a test looks). */
export const everyOption = ['account', 'json', 'input', 'yes', 'file', 'to', 'help'] as const;

/** Whether what an operation answers is a file. */
function answersFile({ operation }: OperationCommand): boolean {
	return operation.name === 'account.export';
}

/** The options beside the fields, as far as they mean something here. */
function addManner(program: Command, command: OperationCommand): void {
	if (command.options.length > 0) {
		program.option(
			'--input <file>',
			'the whole input as JSON from a file, or - for standard input'
		);
	}
	if (command.takesFile)
		program.option('--file <path>', 'the file itself, or - for standard input');
	if (answersFile(command)) {
		program.option('--to <path>', 'a file that does not exist yet; otherwise standard output');
	}
	if (isDestructive(command.operation.name)) program.option('--yes', 'do not ask before');
	program
		.option('--account <email>', 'whose workspace; otherwise IMAGO_ACCOUNT, or the only one here')
		.option('--json', 'print JSON for programs');
}

type Given = Record<string, string | string[]> & Manner & { input?: string; file?: string };

function addOptions(program: Command, command: OperationCommand): void {
	for (const { flag, placeholder, help, repeats, choices } of command.options) {
		const option = new Option(`${flag} <${placeholder}>`, help);
		// Shown and completed; what is none of them is refused by the operation's own sentence.
		if (choices.length > 0) option.argChoices = [...choices];
		if (repeats) {
			option.argParser((value: string, before: string[] | undefined) => [...(before ?? []), value]);
		}
		program.addOption(option);
	}
}

/** By field what was typed; commander knows options by names of its own. */
function typedIn(command: OperationCommand, program: Command, places: unknown[]): Typed {
	const given = program.opts<Given>();
	const values = command.options.flatMap(({ field, flag }) => {
		const option = program.options.find(({ long }) => long === flag);
		const value = option && given[option.attributeName()];
		return value === undefined ? [] : [[field, value] as const];
	});
	return {
		places: places.slice(0, command.places.length) as (string | undefined)[],
		options: Object.fromEntries(values),
		input: given.input,
		file: given.file
	};
}

function addCommand(group: Command, command: OperationCommand, config: () => Config): void {
	const { operation, places, verb } = command;
	const program = group.command(verb).description(operation.summary);
	for (const field of places) program.argument(`[${kebab(field)}]`);
	addOptions(program, command);
	addManner(program, command);
	program.addHelpText('after', `\nExample:\n  ${exampleOf(command)}`);
	program.action(async (...words: unknown[]) => {
		const typed = typedIn(command, program, words);
		await runOperation(config(), command, typed, program.opts<Manner>());
	});
}

/** Adds every operation as `imago <group> <verb>`. */
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
