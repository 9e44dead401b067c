import { parsedJson } from '#kernel/json.ts';
import type { UndoStep } from '#kernel/operation.ts';
import { refuse } from '#kernel/refusal.ts';
import { outputBesideFile } from './file-answer.ts';
import { refusalFrom } from './refusal-from.ts';

/** Carries a request to `host-router.server.ts`: over a socket or in process; see `with-transport.ts`. */
export interface Transport {
	/**
	 * @param path with its query
	 * @throws Refusal `cli.broken-off` where the connection breaks; in process also any error of the work
	 */
	post(path: string, body: Uint8Array): Promise<Response>;
	close(): Promise<void>;
}

/** The answer of an operation. */
export interface HostAnswer {
	output: unknown;
	/** the step that undoes it, where there is one */
	undo?: UndoStep;
	/** the file, where the answer is one */
	file?: ReadableStream<Uint8Array>;
}

const otherVersion = refuse(
	'unavailable',
	'cli.other-version',
	'This command cannot read the answer of the running Imago. The two are probably different versions: restart Imago. It is not known whether anything was changed.'
);

async function ask(
	transport: Transport,
	path: string,
	account: string | undefined,
	body: Uint8Array
): Promise<HostAnswer> {
	const query = account === undefined ? '' : `?${new URLSearchParams({ account })}`;
	const response = await transport.post(path + query, body);
	if (!response.ok) {
		const refusal = await refusalFrom(response);
		// A fault of the server is no refusal: the command ends as with a fault of its own.
		if (refusal?.code === 'server.failed')
			throw new Error('See the log of the server for details.');
		throw refusal ?? otherVersion;
	}
	const output = outputBesideFile(response);
	if (output !== undefined && response.body) return { output, file: response.body };
	const answer = parsedJson(await response.text());
	if (typeof answer !== 'object' || answer === null || !('output' in answer)) throw otherVersion;
	return answer as HostAnswer;
}

const jsonBytes = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));

/**
 * Performs an operation in the workspace of an account; of the only one where none is named.
 * @throws Refusal as the operation gave it; `cli.broken-off` where the server ended meanwhile
 */
export const operate = (
	transport: Transport,
	operation: string,
	account: string | undefined,
	input: unknown
): Promise<HostAnswer> => ask(transport, `/operations/${operation}`, account, jsonBytes(input));

/** Performs a command of the host and returns its output. @throws Refusal as `operate` */
export const command = async (transport: Transport, name: string, input: unknown = {}) =>
	(await ask(transport, `/commands/${name}`, undefined, jsonBytes(input))).output;

/** Imports an export file into the workspace of an account. @throws Refusal as `operate` */
export async function importWorkspace(
	transport: Transport,
	account: string,
	file: Uint8Array
): Promise<void> {
	await ask(transport, '/import', account, file);
}
