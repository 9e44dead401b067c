import { refuse, type Refusal, refuseInvalid } from '#kernel/refusal.ts';
import type { Config } from '#server/config.ts';
import { plainResponse } from './plain-response.ts';
import { problemFrom } from './rest/problem.ts';

/** Bytes that a request body may have (`docs/security/measures.md`). */
const usualBytes = 1024 * 1024;
const noLength = refuseInvalid(
	'body.no-length',
	'The request does not state its length. Nothing was changed. Send it with a Content-Length header.'
);

function tooLong(most: number): Refusal {
	return refuse(
		'too-large',
		'body.too-large',
		`The request is larger than ${Math.round(most / usualBytes)} MB. Nothing was changed. Send less at a time.`
	);
}

/** Routes that take a file: as a part of a form, or over REST as base64, a third longer. */
const uploads = /^\/(people\/import|settings\/import-workspace|api\/v1\/imports)$/;

/**
 * Checks the Content-Length of a request before its body is read. A body without one is refused, since
 * its length would be known only after reading it; browsers always send one.
 * @returns a response with 411 or 413, or undefined where the request may proceed
 */
export function refuseBody(
	request: Request,
	pathname: string,
	config: Pick<Config, 'uploadLimit'>
): Response | undefined {
	if (!request.body) return undefined;
	const length = request.headers.get('content-length');
	const most = uploads.test(pathname) ? Math.ceil(config.uploadLimit * 1.34) + 65_536 : usualBytes;
	if (length !== null && Number(length) <= most) return undefined;
	const status = length === null ? 411 : 413;
	if (pathname.startsWith('/api/v1/'))
		return problemFrom(length === null ? noLength : tooLong(most), status);
	return plainResponse(status, tooLong(most).sentence);
}
