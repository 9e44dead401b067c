import type { Config } from '#server/config.ts';
import { fromHere } from '../paths.ts';
import { note, print } from '../show/print.ts';
import { pass, requireNewFile, save } from '../show/save.ts';
import { withTransport } from '../transport/with-transport.ts';
import { operationNamed } from '../../registry.server.ts';
import { commandOf, type OperationCommand } from './command.ts';
import { lineOf, quoted } from './example.ts';
import { inputOf, type Typed } from './input.ts';
import { askBefore } from './destructive.ts';

/** How a command is to be done, beside its input. */
export interface Manner {
	account?: string | undefined;
	json?: boolean | undefined;
	yes?: boolean | undefined;
	/** name of the file that an answer which is one goes into */
	to?: string | undefined;
}

/**
 * Does one operation as the host, and prints what came of it.
 * @throws Refusal of the input, the terminal's answer, or the operation
 */
export async function runOperation(
	config: Config,
	command: OperationCommand,
	typed: Typed,
	manner: Manner
): Promise<void> {
	const input = inputOf(command, typed);
	const account = manner.account ?? config.account;
	const to = manner.to === undefined ? undefined : fromHere(manner.to);
	if (to) requireNewFile(to);
	await withTransport(config, async (way) => {
		const ask = (operation: string, given: unknown) =>
			way.ask({ kind: 'operate', operation, account, input: given });
		if (!manner.yes) {
			const outputOf = async (...asked: Parameters<typeof ask>) => (await ask(...asked)).output;
			await askBefore(command.operation.name, outputOf, input);
		}
		const { output, file, undo } = await ask(command.operation.name, input);
		const inverse = undo && operationNamed(undo.operation);
		if (!file) print(output, manner);
		else if (to) {
			await save(file, to);
			note(`It is in ${to}.`);
		} else await pass(file);
		if (inverse) {
			const whose = manner.account === undefined ? '' : ` --account ${quoted(manner.account)}`;
			note(`To take it back: ${lineOf(commandOf(inverse), undo.input)}${whose}`);
		}
	});
}
