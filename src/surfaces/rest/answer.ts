import type { HonoRequest } from 'hono';
import { perform, type AnyOperation, type Caller } from '#server/perform.ts';
import { heavyWork } from '#server/work-queue.ts';
import type { App } from '../app.server.ts';
import { isFile, readJson } from '../json-body.ts';
import { withPreconditions, idempotencyKey, textOf, type Reads } from './preconditions.ts';
import { fromQuery, isInQuery } from './query.ts';
import { preconditionFailed, ifNoneMatchOnWrite, malformedEtags } from './refusals.ts';
import { digestOfText, parseEtagList, formatEtag } from './etag.ts';

const json = { 'content-type': 'application/json' };

function parseTags(header: string | undefined): '*' | string[] | undefined {
	if (header === undefined) return undefined;
	const read = parseEtagList(header);
	if (!read) throw malformedEtags;
	return read;
}

/** The input as query text with sorted names, for the entity tag. */
function queryTextOf(input: Record<string, unknown>): string {
	const parameters = new URLSearchParams();
	for (const name of Object.keys(input).sort()) {
		for (const value of [input[name]].flat()) parameters.append(name, String(value));
	}
	return parameters.toString();
}

/**
 * Answers a conditional read: 304 where If-None-Match names the current entity tag.
 * @throws Refusal `if-match.changed`, `if-match.unreadable`
 */
function readAnswer(
	operation: AnyOperation,
	input: Record<string, unknown>,
	output: unknown,
	request: HonoRequest
): Response {
	const text = textOf(operation, output);
	const tag = formatEtag({
		operation: operation.name,
		input: queryTextOf(input),
		digest: digestOfText(text)
	});
	const requiredTags = parseTags(request.header('if-match'));
	if (requiredTags && requiredTags !== '*' && !requiredTags.includes(tag)) throw preconditionFailed;
	// Clients may cache the answer and must revalidate it each time.
	const headers = { etag: tag, 'cache-control': 'private, no-cache' };
	const knownTags = parseTags(request.header('if-none-match'));
	const isNotModified =
		knownTags === '*' || knownTags?.some((each) => each.replace(/^W\//, '') === tag);
	if (isNotModified) return new Response(null, { status: 304, headers });
	return new Response(text, { headers: { ...json, ...headers } });
}

/**
 * Performs an operation for a REST request and answers with JSON.
 * @throws Refusal of the operation or of `refusals.ts`
 */
export async function answerTo(
	app: App,
	operation: AnyOperation,
	caller: Caller,
	request: HonoRequest,
	reads: Reads
): Promise<Response> {
	const { searchParams } = new URL(request.url);
	const fromAddress = { ...fromQuery(operation, searchParams), ...request.param() };
	if (operation.http.verb === 'GET') {
		const output = await perform(app, operation, caller, fromAddress);
		return readAnswer(operation, fromAddress, output, request);
	}
	const answer = () => answerToWrite(app, operation, caller, request, reads, fromAddress);
	// Files are limited per workspace by `heavyWork`: beyond the limit the body is not read.
	return isFile(request.raw) ? heavyWork.run(caller.workspaceId, answer) : answer();
}

async function answerToWrite(
	app: App,
	operation: AnyOperation,
	caller: Caller,
	request: HonoRequest,
	reads: Reads,
	fromAddress: Record<string, unknown>
): Promise<Response> {
	const key = idempotencyKey(request.header('idempotency-key'));
	const conditions = { key, tags: parseTags(request.header('if-match')) };
	if (request.header('if-none-match') !== undefined) throw ifNoneMatchOnWrite;
	const body = isInQuery(operation) ? {} : await readJson(request.raw, operation.bodyBytes);
	const input = { ...body, ...fromAddress };
	if (operation.effect === 'read') {
		const output = await perform(app, operation, caller, input);
		return new Response(textOf(operation, output), { headers: json });
	}
	const around = withPreconditions(operation, input, conditions, reads);
	const { answer, replayed } = await perform(app, operation, caller, input, around);
	const headers = { ...json, ...(replayed ? { 'idempotency-replayed': 'true' } : {}) };
	return new Response(answer, { headers });
}
