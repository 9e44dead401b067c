import { Command, CommanderError } from 'commander';
import { Refusal, refuseInvalid } from '#kernel/refusal.ts';
import { readConfig, WrongConfig, type Config } from '#server/config.ts';
import { NewerSchema } from '#server/db/migrations.ts';
import { DatabaseRefused } from '#server/db/postgres/connection-errors.ts';
import { FolderRefused } from '#server/data-folder.ts';
import { version } from '#server/version.ts';
import { addCompletion } from './completion/program.ts';
import { addHostCommands } from './host/program.ts';
import { printNotice } from './show/print.ts';
import { refusalText } from './show/refusal.ts';

/** Exit codes (sysexits.h) of errors that are not refusals. */
const exitCodes = { usage: 64, bug: 70, config: 78 } as const;

/**
 * Builds the commander program. Commands of the host are always registered; operations are loaded only
 * where the first word is not one of those.
 */
export async function makeProgram(
	words: readonly string[],
	config: () => Config
): Promise<Command> {
	const program = new Command('imago')
		.description('Imago on the command line: every operation, and commands for the host')
		.version(version)
		.exitOverride()
		.showHelpAfterError('(add --help for instructions)');
	// With --json, `explain` prints commander's errors as JSON, so commander itself prints none.
	if (words.includes('--json')) program.configureOutput({ writeErr: () => undefined });
	addHostCommands(program, config);
	const [first = ''] = words;
	const isHostCommand = program.commands.some((command) => command.name() === first);
	if (!isHostCommand && first !== '--version' && first !== '-V') {
		const [{ addOperations }, { commandGroups }, { operations }] = await Promise.all([
			import('./commands/program.ts'),
			import('./commands/command.ts'),
			import('../registry.server.ts')
		]);
		addOperations(program, commandGroups(operations, first), config);
	}
	addCompletion(program);
	return program;
}

/** The refusal of an unknown command or option. */
function usageRefusal({ message }: CommanderError): Refusal {
	const what = message.replace(/^error: /, '');
	return refuseInvalid(
		'command.usage',
		`${what.charAt(0).toUpperCase()}${what.slice(1)}. Nothing was changed. Add --help for instructions.`
	);
}

/**
 * Prints an error.
 * @returns its exit code
 */
function explain(error: unknown, json: boolean): number {
	if (error instanceof Refusal) {
		printNotice(refusalText(error, json));
		return error.exitCode;
	}
	// Commander has printed the error already; `--help` is not an error.
	if (error instanceof CommanderError) {
		if (error.exitCode === 0) return 0;
		if (json) printNotice(refusalText(usageRefusal(error), json));
		return exitCodes.usage;
	}
	if (
		error instanceof FolderRefused ||
		error instanceof WrongConfig ||
		error instanceof NewerSchema ||
		error instanceof DatabaseRefused
	) {
		printNotice(error.message);
		return exitCodes.config;
	}
	printNotice(`Something went wrong in Imago. Earlier data is safe.\n${String(error)}`);
	return exitCodes.bug;
}

/**
 * Runs one command.
 * @param words arguments after `imago`
 * @param environment usually `process.env`
 * @returns the exit code (sysexits.h)
 */
export async function run(
	words: readonly string[],
	environment: Record<string, string | undefined>
): Promise<number> {
	try {
		const program = await makeProgram(words, () => readConfig(environment));
		await program.parseAsync(words, { from: 'user' });
		return 0;
	} catch (error) {
		return explain(error, words.includes('--json'));
	}
}
