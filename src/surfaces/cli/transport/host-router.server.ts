import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { importFile } from '#features/transfer/operations/import-file.server.ts';
import { parsedJson } from '#kernel/json.ts';
import { refuse } from '#kernel/refusal.ts';
import { hostBounds } from '#server/transfer/read-export-file.ts';
import { tooLargeUnpacked } from '#server/transfer/refusals.ts';
import { readJson } from '../../json-body.ts';
import { operationNamed } from '../../registry.server.ts';
import { problemFrom, problemFromError } from '../../rest/problem.ts';
import { inverseFor, performUndoable } from '../../undo.ts';
import { callerFor } from '../host/accounts.server.ts';
import { hostCommands } from '../host/commands.server.ts';
import { streamOf } from './stream-of.ts';
import type { HostContext } from './host-context.ts';
import { fileHeaders } from './file-answer.ts';

interface HostEnv {
	Bindings: HostContext;
}

/** Bytes of a request body: the largest file that the host may import, and a margin. */
const maxBodyBytes = hostBounds.bytes + 65_536;

function notKnown(name: string) {
	return refuse(
		'missing',
		'cli.not-known',
		`The running Imago does not know ${name}. Nothing was changed. It may be another version than this command: restart Imago.`
	);
}

/** The bytes of a file; an error on the way is logged, as headers have been sent by then. */
async function* loggedBytes(file: ReadableStream<Uint8Array<ArrayBuffer>>, { log }: HostContext) {
	try {
		yield* file;
	} catch (error) {
		log.error({ error }, 'a file for the command line broke off');
		throw error;
	}
}

/** The body as bytes, each of them in memory once: `arrayBuffer` would hold a large file several times. */
async function bytesOf({ body, headers }: Request): Promise<Uint8Array> {
	const bytes = new Uint8Array(Number(headers.get('content-length') ?? 0));
	let length = 0;
	for await (const chunk of body ?? []) {
		if (length + chunk.byteLength > bytes.byteLength)
			throw refuse(
				'invalid',
				'body.length',
				'The body is longer than its header says. Nothing was changed.'
			);
		bytes.set(chunk, length);
		length += chunk.byteLength;
	}
	return bytes.subarray(0, length);
}

/** The caller in the workspace of the account that the request names, or of the only one. */
const callerOf = ({ env, req }: Context<HostEnv>) => callerFor(env, req.query('account'));

/**
 * Requests of the command line, answered with the actor `host`: whoever can open the socket in the data
 * folder or take its lock may do everything (`kernel/access.ts`). Refusals are problems, as over REST.
 *
 * - `POST /operations/:name`: an operation of the registry in the workspace of an account; answers with
 *   its `output` and the step that undoes it, or with a file
 * - `POST /commands/:name`: a command of the host for the instance
 * - `POST /import`: an export file into the workspace of an account
 */
export const hostRouter = new Hono<HostEnv>();
hostRouter.onError((error, { env, req }) => problemFromError(error, env.log, req.path));
hostRouter.notFound(({ req }) => problemFrom(notKnown(req.path)));
hostRouter.use(
	bodyLimit({
		maxSize: maxBodyBytes,
		onError: () => problemFrom(tooLargeUnpacked(hostBounds.bytes))
	})
);

hostRouter.post('/operations/:name', async (context) => {
	const { env, req } = context;
	const operation = operationNamed(req.param('name'));
	if (!operation) throw notKnown(req.param('name'));
	const caller = await callerOf(context);
	const input = await readJson(req.raw, operation.bodyBytes);
	const { output: done, undo } = await performUndoable(env, operation, caller, input);
	const output = operation.output.parse(done) as { file?: unknown };
	if (output.file instanceof ReadableStream) {
		const { file, ...rest } = output;
		const bytes = loggedBytes(file as ReadableStream<Uint8Array<ArrayBuffer>>, env);
		return new Response(streamOf(bytes), { headers: fileHeaders(rest) });
	}
	return context.json({ output, ...(inverseFor(caller.actor, undo) ? { undo } : {}) });
});

hostRouter.post('/commands/:name', async (context) => {
	const name = context.req.param('name');
	const command = Object.hasOwn(hostCommands, name) ? hostCommands[name] : undefined;
	if (!command) throw notKnown(name);
	const input = parsedJson(await context.req.text());
	return context.json({ output: await command(context.env, input) });
});

hostRouter.post('/import', async (context) => {
	const caller = await callerOf(context);
	await importFile(context.env, caller, () => bytesOf(context.req.raw));
	return context.json({ output: {} });
});
