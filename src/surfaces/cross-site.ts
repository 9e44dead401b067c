import { plainAnswer } from './plain-answer.ts';

const reading = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses a change that another site started. Browsers say where a request began
 * (Sec-Fetch-Site); older ones at least name the origin. With neither, a request that carries a
 * cookie is refused, since only a browser has one.
 * @returns the answer to send, or nothing where the request may go on
 */
export function crossSite(request: Request, origin: string): Response | undefined {
	if (reading.has(request.method)) return undefined;
	const site = request.headers.get('sec-fetch-site');
	const from = request.headers.get('origin');
	// `none` is a person at the address bar; that never posts a form of ours.
	const own =
		site !== null
			? site === 'same-origin'
			: from !== null
				? from === origin
				: !request.headers.has('cookie');
	if (own) return undefined;
	return plainAnswer(
		403,
		'This was started from another page, so it was not done. Nothing was changed. Open Imago and do it there.'
	);
}
