import { can } from '#kernel/access.ts';
import { Refusal } from '#kernel/refusal.ts';
import { answerOnce, sumOf, type IdempotentAnswer } from '#server/idempotency.ts';
import type { AnyOperation, Around, Context } from '#server/perform.ts';
import { inputFrom } from '../forms/fields.ts';
import { inverseFor, undoLink } from '../undo.ts';
import { preconditionFailed, tooManyEtags, invalidIdempotencyKey } from './refusals.ts';
import { parseEtag, digestOfText } from './etag.ts';

/** Reading operations by name, for entity tags in If-Match. */
export type Reads = ReadonlyMap<string, AnyOperation>;

/** The JSON text of an answer; fields that the output schema does not have are removed. */
export function textOf(operation: AnyOperation, output: unknown): string {
	return JSON.stringify(operation.output.parse(output));
}

/** Performs the read of a tag again and compares the digests. Weak tags never match (RFC 9110 13.1.1). */
async function matchesEtag(context: Context, reads: Reads, tag: string): Promise<boolean> {
	const etag = parseEtag(tag);
	const read = etag && reads.get(etag.operation);
	if (!etag || !read || can(context.actor, 'read') !== 'yes') return false;
	const form = new FormData();
	for (const [name, value] of new URLSearchParams(etag.input)) form.append(name, value);
	const input = read.input.safeParse(inputFrom(read.input, form));
	if (!input.success) return false;
	try {
		return digestOfText(textOf(read, await read.run(context, input.data))) === etag.digest;
	} catch (error) {
		// A refused read (for example of a deleted thing) does not match.
		if (error instanceof Refusal) return false;
		throw error;
	}
}

/** Tags in one If-Match; each costs a read inside the transaction of the write. */
const maxTags = 3;

/**
 * @throws Refusal `if-match.too-many`; `if-match.changed` where no tag matches the current answer of its
 * read
 */
async function requireMatch(context: Context, reads: Reads, tags: '*' | string[]) {
	// The operation itself refuses a write of a missing thing, which is all that `*` requires.
	if (tags === '*') return;
	if (tags.length > maxTags) throw tooManyEtags;
	for (const tag of tags) if (await matchesEtag(context, reads, tag)) return;
	throw preconditionFailed;
}

/** @throws Refusal `idempotency.key` */
export function idempotencyKey(header: string | undefined): string | undefined {
	if (header === undefined) return undefined;
	if (!/^[\x20-\x7e]{1,255}$/.test(header)) throw invalidIdempotencyKey;
	return header;
}

/** Idempotency key and If-Match of a write. */
export interface Conditions {
	key: string | undefined;
	tags: '*' | string[] | undefined;
}

/**
 * Applies `Idempotency-Key` and `If-Match` to a write, inside its transaction. A repeated request is
 * answered from the stored answer, whatever has changed since.
 * @returns the `around` of `perform`; the result is an `IdempotentAnswer`
 */
export function withPreconditions(
	operation: AnyOperation,
	input: unknown,
	{ key, tags }: Conditions,
	reads: Reads
): Around<unknown, IdempotentAnswer> {
	// Answers with secrets must not be stored; keys do not reach these operations anyway
	// (kernel/access.ts).
	if (operation.effect === 'secure' || operation.effect === 'send') key = undefined;
	const request = key && { key, operation: operation.name, inputSum: sumOf(input) };
	return async (context, work, undoOf) => {
		const answer = async (): Promise<string> => {
			if (tags) await requireMatch(context, reads, tags);
			const output = await work();
			const step = undoOf(output);
			const inverse = inverseFor(context.actor, step);
			const body = operation.output.parse(output) as Record<string, unknown>;
			return JSON.stringify(step && inverse ? { ...body, undo: undoLink(inverse, step) } : body);
		};
		return request
			? answerOnce(context, request, answer)
			: { answer: await answer(), replayed: false };
	};
}
