import type { Visitor } from './visitor.ts';

/** Creates an API key on the page Settings and reads it from the response. */
export async function makeKey(
	visitor: Visitor,
	effects: string[] = ['read', 'draft', 'write']
): Promise<string> {
	const body = new URLSearchParams({ name: 'Tests' });
	for (const effect of effects) body.append('effects', effect);
	const response = await visitor.fetch('/settings?/addKey', {
		method: 'POST',
		body,
		headers: { 'sec-fetch-site': 'same-origin' }
	});
	const key = /imago_[A-Za-z0-9_-]{43}/.exec(await response.text())?.[0];
	if (!key) throw new Error(`Settings showed no key (${response.status})`);
	return key;
}

/** A function that sends REST requests with a key. */
export function programWith(origin: string, key: string) {
	return (verb: string, path: string, body?: unknown): Promise<Response> =>
		fetch(`${origin}/api/v1${path}`, {
			method: verb,
			headers: {
				authorization: `Bearer ${key}`,
				...(body === undefined ? {} : { 'content-type': 'application/json' })
			},
			...(body === undefined ? {} : { body: JSON.stringify(body) })
		});
}
