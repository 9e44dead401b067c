import type { Config } from '#server/config.ts';
import { resolveUserPath } from '../paths.ts';
import { printNotice, print } from '../show/print.ts';
import { writeToStdout, requireNewFile, saveFile } from '../show/save.ts';
import { operate } from '../transport/host-client.ts';
import { withTransport } from '../transport/with-transport.ts';
import { operationNamed } from '../../registry.server.ts';
import { commandOf, type OperationCommand } from './command.ts';
import { lineOf, quoted } from './example.ts';
import { inputOf, type Typed } from './input.ts';
import { askBefore } from './destructive.ts';

/** Options of a command beside its input. */
export interface RunOptions {
	account?: string | undefined;
	json?: boolean | undefined;
	yes?: boolean | undefined;
	/** file to write the answer to, where the answer is a file */
	to?: string | undefined;
}

/**
 * Performs one operation as the host and prints its answer, and the command that undoes it where there is
 * one.
 * @throws Refusal of the input, of the confirmation, or of the operation
 */
export async function runOperation(
	config: Config,
	command: OperationCommand,
	typed: Typed,
	options: RunOptions
): Promise<void> {
	const input = inputOf(command, typed);
	const account = options.account ?? config.account;
	const to = options.to === undefined ? undefined : resolveUserPath(options.to);
	if (to) requireNewFile(to);
	await withTransport(config, async (transport) => {
		const ask = (operation: string, given: unknown) =>
			operate(transport, operation, account, given);
		if (!options.yes) {
			const outputOf = async (...request: Parameters<typeof ask>) => (await ask(...request)).output;
			await askBefore(command.operation.name, outputOf, input);
		}
		const { output, file, undo } = await ask(command.operation.name, input);
		const inverse = undo && operationNamed(undo.operation);
		if (!file) print(output, options);
		else if (to) {
			await saveFile(file, to);
			printNotice(`Saved in ${to}.`);
		} else await writeToStdout(file);
		if (inverse) {
			const whose = options.account === undefined ? '' : ` --account ${quoted(options.account)}`;
			printNotice(`To undo: ${lineOf(commandOf(inverse), undo.input)}${whose}`);
		}
	});
}
