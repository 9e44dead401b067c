import { refuse } from '#kernel/refusal.ts';
import type { UndoStep } from '#kernel/operation.ts';
import { refusalFrom } from '../../rest/problem.ts';

/** Carries a request to `host-router.server.ts`: over a socket or in process; see `with-transport.ts`. */
export interface Transport {
	/** @throws where the connection breaks */
	fetch(request: Request): Promise<Response>;
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

const connectionLost = refuse(
	'unavailable',
	'cli.broken-off',
	'The Imago that was asked ended before it answered. What it had acknowledged is saved; whether this was done is not known. Look, and do it again if it was not.'
);

const fileType = 'application/octet-stream';
const outputHeader = 'imago-output';

/** Headers of an answer whose body is a file; the rest of the output is in one of them. */
export const fileHeaders = (output: unknown) => ({
	'content-type': fileType,
	[outputHeader]: encodeURIComponent(JSON.stringify(output))
});

async function post(
	transport: Transport,
	path: string,
	account: string | undefined,
	body: Uint8Array
): Promise<HostAnswer> {
	const url = new URL(path, 'http://imago');
	if (account !== undefined) url.searchParams.set('account', account);
	const headers = { 'content-length': String(body.byteLength) };
	const request = new Request(url, {
		method: 'POST',
		headers,
		body: body as Uint8Array<ArrayBuffer>
	});
	const response = await transport.fetch(request).catch(() => Promise.reject(connectionLost));
	if (!response.ok) throw await refusalFrom(response);
	if (response.body && response.headers.get('content-type') === fileType) {
		const output: unknown = JSON.parse(
			decodeURIComponent(response.headers.get(outputHeader) ?? '{}')
		);
		return { output, file: response.body };
	}
	const answer = await response.text().catch(() => Promise.reject(connectionLost));
	return JSON.parse(answer) as HostAnswer;
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
): Promise<HostAnswer> => post(transport, `/operations/${operation}`, account, jsonBytes(input));

/** Performs a command of the host and returns its output. @throws Refusal as `operate` */
export const command = async (transport: Transport, name: string, input: unknown = {}) =>
	(await post(transport, `/commands/${name}`, undefined, jsonBytes(input))).output;

/** Imports an export file into the workspace of an account. @throws Refusal as `operate` */
export async function importWorkspace(
	transport: Transport,
	account: string,
	file: Uint8Array
): Promise<void> {
	await post(transport, '/import', account, file);
}
