import { z } from 'zod';
import { Refusal, refusalKinds } from '#kernel/refusal.ts';

const schema = z.object({
	kind: z.enum(refusalKinds),
	code: z.string(),
	sentence: z.string(),
	fields: z.array(z.object({ field: z.string(), sentence: z.string() })),
	retryAfter: z.number().optional()
});

/** Converts a refusal to JSON, for the socket and for `--json`. */
export function refusalToJson(refusal: Refusal): z.infer<typeof schema> {
	const { kind, code, sentence, fields, retryAfter } = refusal;
	return { kind, code, sentence, fields, ...(retryAfter === undefined ? {} : { retryAfter }) };
}

/** Converts the JSON of `refusalToJson` back to a refusal. */
export function refusalFromJson(json: unknown): Refusal {
	const { retryAfter, ...parts } = schema.parse(json);
	return new Refusal({ ...parts, ...(retryAfter === undefined ? {} : { retryAfter }) });
}
