import { z } from 'zod';
import { Refusal, refusalKinds } from '#kernel/refusal.ts';

const shape = z.object({
	kind: z.enum(refusalKinds),
	code: z.string(),
	sentence: z.string(),
	fields: z.array(z.object({ field: z.string(), sentence: z.string() })),
	retryAfter: z.number().optional()
});

/** A refusal as it travels through the socket, and as `--json` prints it. */
export function wordsOfRefusal(refusal: Refusal): z.infer<typeof shape> {
	const { kind, code, sentence, fields, retryAfter } = refusal;
	return { kind, code, sentence, fields, ...(retryAfter === undefined ? {} : { retryAfter }) };
}

/** The refusal that travelled. */
export function refusalFrom(words: unknown): Refusal {
	const { retryAfter, ...parts } = shape.parse(words);
	return new Refusal({ ...parts, ...(retryAfter === undefined ? {} : { retryAfter }) });
}
