import { can } from '#kernel/access.ts';
import { Refusal } from '#kernel/refusal.ts';
import { answerOnce, sumOf, type IdempotentAnswer } from '#server/idempotency.ts';
import type { AnyOperation, Around, Context } from '#server/perform.ts';
import { inputFrom } from '../forms/fields.ts';
import { inverseFor, undoLink } from '../undo.ts';
import { changedSince, tooManyTags, unfitKey } from './refusals.ts';
import { parseEtag, digestOfText } from './etag.ts';

/** Reads by their name, for the tags that writes bring back. */
export type Reads = ReadonlyMap<string, AnyOperation>;

/** An answer as its text: what the document promises; anything beyond the shape stays inside. */
export function textOf(operation: AnyOperation, output: unknown): string {
	return JSON.stringify(operation.output.parse(output));
}

/** Reads again what a tag was given for, and compares. Weak tags never match (RFC 9110 13.1.1). */
async function stillAnswers(context: Context, reads: Reads, tag: string): Promise<boolean> {
	const seen = parseEtag(tag);
	const read = seen && reads.get(seen.operation);
	if (!seen || !read || can(context.actor, 'read') !== 'yes') return false;
	const form = new FormData();
	for (const [name, value] of new URLSearchParams(seen.input)) form.append(name, value);
	const input = read.input.safeParse(inputFrom(read.input, form));
	if (!input.success) return false;
	try {
		return digestOfText(textOf(read, await read.run(context, input.data))) === seen.sum;
	} catch (error) {
		// What is gone by now, or cannot be read any more, is not what was seen.
		if (error instanceof Refusal) return false;
		throw error;
	}
}

/** Each tag is one more read inside the write's transaction. */
const mostTags = 3;

/** @throws Refusal `if-match.too-many`; `if-match.changed` unless one of the tags' reads still answers the same */
async function mustStillAnswer(context: Context, reads: Reads, tags: '*' | string[]) {
	// Each write of a thing that is not there says so itself: `*` asks for no more.
	if (tags === '*') return;
	if (tags.length > mostTags) throw tooManyTags;
	for (const tag of tags) if (await stillAnswers(context, reads, tag)) return;
	throw changedSince;
}

/** @throws Refusal `idempotency.key` */
export function idempotencyKey(header: string | undefined): string | undefined {
	if (header === undefined) return undefined;
	if (!/^[\x20-\x7e]{1,255}$/.test(header)) throw unfitKey;
	return header;
}

/** What a write carries beside its input. */
export interface Conditions {
	key: string | undefined;
	tags: '*' | string[] | undefined;
}

/**
 * Puts `Idempotency-Key` and `If-Match` around a write, inside its transaction. A request that was
 * done already is answered from what was kept, whatever has changed since.
 * @returns what `perform` takes as `around`; the result it gives is an `IdempotentAnswer`
 */
export function withPreconditions(
	operation: AnyOperation,
	input: unknown,
	{ key, tags }: Conditions,
	reads: Reads
): Around<unknown> {
	// An answer with a secret in it must never be kept; no key reaches one (kernel/access.ts).
	if (operation.effect === 'secure' || operation.effect === 'send') key = undefined;
	const asked = key && { key, operation: operation.name, inputSum: sumOf(input) };
	return async (context, work, undoOf): Promise<IdempotentAnswer> => {
		const answer = async (): Promise<string> => {
			if (tags) await mustStillAnswer(context, reads, tags);
			const output = await work();
			const step = undoOf(output);
			const inverse = inverseFor(context.actor, step);
			const said = operation.output.parse(output) as Record<string, unknown>;
			return JSON.stringify(step && inverse ? { ...said, undo: undoLink(inverse, step) } : said);
		};
		return asked ? answerOnce(context, asked, answer) : { answer: await answer(), replayed: false };
	};
}
