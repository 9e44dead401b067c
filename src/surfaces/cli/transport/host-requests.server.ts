import { importFile } from '#features/transfer/operations/import-file.server.ts';
import { refuse } from '#kernel/refusal.ts';
import { operationNamed } from '../../registry.server.ts';
import { inverseFor, performUndoable } from '../../undo.ts';
import { callerFor } from '../host/accounts.server.ts';
import { hostCommands } from '../host/commands.server.ts';
import type { HostAnswer, HostRequest } from './request.ts';
import type { HostContext } from './host-context.ts';

/**
 * Answers a request of the command line with the actor `host`: whoever can open the socket in the data
 * folder or take its lock may do everything (`kernel/access.ts`).
 * @throws Refusal of the operation or command; `cli.not-known` for an unknown one; `account.…` where the
 * account is not clear
 */
export async function answerHostRequest(
	app: HostContext,
	request: HostRequest
): Promise<HostAnswer> {
	if (request.kind === 'host') {
		const { command } = request;
		const run = Object.hasOwn(hostCommands, command) ? hostCommands[command] : undefined;
		if (!run) throw notKnown(command);
		return { output: await run(app, request.input) };
	}
	const caller = await callerFor(app, request.account);
	if (request.kind === 'import') {
		await importFile(app, caller, request.bytes);
		return { output: {} };
	}
	const operation = operationNamed(request.operation);
	if (!operation) throw notKnown(request.operation);
	const { output: done, undo } = await performUndoable(app, operation, caller, request.input);
	const output = operation.output.parse(done);
	if (typeof output !== 'object' || output === null || !('file' in output)) {
		return { output, ...(inverseFor(caller.actor, undo) ? { undo } : {}) };
	}
	const { file, ...rest } = output;
	return file instanceof ReadableStream ? { output: rest, file } : { output };
}

function notKnown(name: string) {
	return refuse(
		'missing',
		'cli.not-known',
		`The Imago that runs here does not know ${name}. Nothing was changed. It may be of another version than this command: start it anew.`
	);
}
