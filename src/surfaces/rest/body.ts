import { refuse } from '#kernel/refusal.ts';
import { notJson } from './refusals.ts';

/** Bytes of a request body that no operation asks to exceed (promises.md). */
export const usualBodyBytes = 1024 * 1024;

const jsonType = /^application\/(json|[\w.-]+\+json)\s*(;|$)/i;

/**
 * Reads a JSON body no further than it may be long.
 * @param most bytes
 * @throws Refusal `body.too-large`, `body.not-json`; `body.other-type` for a body of another type
 */
export async function readJson(request: Request, most: number): Promise<Record<string, unknown>> {
	const tooLarge = refuse(
		'too-large',
		'body.too-large',
		`This is more than ${Math.round(most / 1024)} kB. Nothing was changed. Send less at a time.`
	);
	if (Number(request.headers.get('content-length') ?? 0) > most) throw tooLarge;
	const decoder = new TextDecoder('utf-8', { fatal: false });
	let text = '';
	let bytes = 0;
	for await (const chunk of request.body ?? []) {
		bytes += chunk.byteLength;
		if (bytes > most) throw tooLarge;
		text += decoder.decode(chunk, { stream: true });
	}
	text += decoder.decode();
	if (text.trim() === '') return {};
	const type = request.headers.get('content-type');
	if (type !== null && !jsonType.test(type.trim())) throw notJson;
	try {
		const value: unknown = JSON.parse(text);
		if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
			return value as Record<string, unknown>;
		}
	} catch {
		// Falls through to the one sentence for everything that is no JSON object.
	}
	throw refuse(
		'invalid',
		'body.not-json',
		'The body must be one JSON object. Nothing was changed. The document at /api/v1/openapi.json shows an example for each.'
	);
}
