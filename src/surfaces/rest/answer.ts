import type { HonoRequest } from 'hono';
import type { IdempotentAnswer } from '#server/idempotency.ts';
import { perform, type AnyOperation, type Caller } from '#server/perform.ts';
import { heavyWork } from '#server/work-queue.ts';
import type { App } from '../app.server.ts';
import { isFile, readJson } from '../json-body.ts';
import { withPreconditions, idempotencyKey, textOf, type Reads } from './preconditions.ts';
import { fromQuery, isInQuery } from './query.ts';
import { changedSince, onlyForReading, unreadableTags } from './refusals.ts';
import { digestOfText, parseEtagList, formatEtag } from './etag.ts';

const json = { 'content-type': 'application/json' };

function tags(header: string | undefined): '*' | string[] | undefined {
	if (header === undefined) return undefined;
	const read = parseEtagList(header);
	if (!read) throw unreadableTags;
	return read;
}

/** The input as query text, in one order, for the tag of what was read. */
function asQuery(input: Record<string, unknown>): string {
	const parameters = new URLSearchParams();
	for (const name of Object.keys(input).sort()) {
		for (const value of [input[name]].flat()) parameters.append(name, String(value));
	}
	return parameters.toString();
}

/** An answer that was asked for with conditions: 304 where it is known already. */
function readAnswer(
	operation: AnyOperation,
	input: Record<string, unknown>,
	output: unknown,
	request: HonoRequest
): Response {
	const text = textOf(operation, output);
	const tag = formatEtag({
		operation: operation.name,
		input: asQuery(input),
		sum: digestOfText(text)
	});
	const wanted = tags(request.header('if-match'));
	if (wanted && wanted !== '*' && !wanted.includes(tag)) throw changedSince;
	// A program may keep what it read as long as it asks each time whether it still holds.
	const headers = { etag: tag, 'cache-control': 'private, no-cache' };
	const known = tags(request.header('if-none-match'));
	const isKnown = known === '*' || known?.some((each) => each.replace(/^W\//, '') === tag);
	if (isKnown) return new Response(null, { status: 304, headers });
	return new Response(text, { headers: { ...json, ...headers } });
}

/**
 * Performs an operation for a program and answers in JSON.
 * @throws Refusal of the operation or of this door
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
	// A file is heavy to take in: beyond what an account may bring at once none of it is read.
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
	const conditions = { key, tags: tags(request.header('if-match')) };
	if (request.header('if-none-match') !== undefined) throw onlyForReading;
	const body = isInQuery(operation) ? {} : await readJson(request.raw, operation.bodyBytes);
	const input = { ...body, ...fromAddress };
	const around = withPreconditions(operation, input, conditions, reads);
	const output = await perform(app, operation, caller, input, around);
	if (operation.effect === 'read')
		return new Response(textOf(operation, output), { headers: json });
	const { answer, replayed } = output as IdempotentAnswer;
	const headers = { ...json, ...(replayed ? { 'idempotency-replayed': 'true' } : {}) };
	return new Response(answer, { headers });
}
