import { Command, CommanderError } from 'commander';
import { Refusal, refuse } from '#kernel/refusal.ts';
import { readConfig, WrongConfig, type Config } from '#server/config.ts';
import { NewerSchema } from '#server/db/migrations.ts';
import { DatabaseRefused } from '#server/db/postgres/refused.ts';
import { FolderRefused } from '#server/folder.ts';
import { version } from '#server/version.ts';
import { addCompletion } from './completion/program.ts';
import { addHostCommands } from './host/program.ts';
import { note } from './show/print.ts';
import { refusalText } from './show/refusal.ts';

/** Exit codes of sysexits.h for what is not a refusal. */
const exitCodes = { usage: 64, bug: 70, config: 78 } as const;

/** The host's commands are there at once; operations are loaded when one is called for. */
export async function makeProgram(
	words: readonly string[],
	config: () => Config
): Promise<Command> {
	const program = new Command('imago')
		.description('Imago at the machine itself: every operation, and what only its host does')
		.version(version)
		.exitOverride()
		.showHelpAfterError('(add --help to see how)');
	// What commander says by itself is said once, in JSON, by `explain`.
	if (words.includes('--json')) program.configureOutput({ writeErr: () => undefined });
	addHostCommands(program, config);
	const [first = ''] = words;
	const isHosts = program.commands.some((command) => command.name() === first);
	if (!isHosts && first !== '--version' && first !== '-V') {
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

/** A command that is none, or an option. */
function misused({ message }: CommanderError): Refusal {
	const what = message.replace(/^error: /, '');
	return refuse(
		'invalid',
		'command.usage',
		`${what.charAt(0).toUpperCase()}${what.slice(1)}. Nothing was changed. Add --help to see how.`
	);
}

/** Says why a command was not done. @returns the exit code that goes with it */
function explain(error: unknown, json: boolean): number {
	if (error instanceof Refusal) {
		note(refusalText(error, json));
		return error.exitCode;
	}
	// commander has said it already; asking for help is no mistake.
	if (error instanceof CommanderError) {
		if (error.exitCode === 0) return 0;
		if (json) note(refusalText(misused(error), json));
		return exitCodes.usage;
	}
	if (
		error instanceof FolderRefused ||
		error instanceof WrongConfig ||
		error instanceof NewerSchema ||
		error instanceof DatabaseRefused
	) {
		note(error.message);
		return exitCodes.config;
	}
	note(`Something here went wrong. What was saved before is safe.\n${String(error)}`);
	return exitCodes.bug;
}

/**
 * Runs one command of the host.
 * @param words as typed behind `imago`
 * @param environment usually `process.env`
 * @returns the exit code, of sysexits.h
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
