import { z } from 'zod';
import { parsedJson } from '#kernel/json.ts';
import { Refusal, refusalKinds } from '#kernel/refusal.ts';

const problem = z.object({
	title: z.enum(refusalKinds),
	detail: z.string(),
	code: z.string(),
	errors: z.array(z.object({ field: z.string(), sentence: z.string() })).default([])
});

/**
 * The refusal of which a response is the problem: the inverse of `problemFrom` (`surfaces/rest/problem.ts`).
 * @returns undefined for a response of another form
 */
export async function refusalFrom(response: Response): Promise<Refusal | undefined> {
	if (response.headers.get('content-type') !== 'application/problem+json') return undefined;
	const read = problem.safeParse(parsedJson(await response.text()));
	if (!read.success) return undefined;
	const { title: kind, detail: sentence, code, errors: fields } = read.data;
	const retryAfter = response.headers.get('retry-after');
	return new Refusal({
		kind,
		code,
		sentence,
		fields,
		...(retryAfter === null ? {} : { retryAfter: Number(retryAfter) })
	});
}
