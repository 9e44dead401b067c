import { plainResponse } from './plain-response.ts';

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses a state-changing request that another site started (CSRF). Browsers send Sec-Fetch-Site; older
 * ones at least Origin. With neither, a request with a cookie is refused, since only a browser sends one.
 * @returns a response with 403, or undefined where the request may proceed
 */
export function refuseCrossSite(request: Request, origin: string): Response | undefined {
	if (safeMethods.has(request.method)) return undefined;
	const site = request.headers.get('sec-fetch-site');
	const from = request.headers.get('origin');
	// `none` is a typed address or a bookmark; neither ever posts a form.
	const own =
		site !== null
			? site === 'same-origin'
			: from !== null
				? from === origin
				: !request.headers.has('cookie');
	if (own) return undefined;
	return plainResponse(
		403,
		'This request came from another site, so it was refused. Nothing was changed. Open Imago and repeat the step there.'
	);
}
