import { refuse, type Refusal } from '#kernel/refusal.ts';
import type { Config } from '#server/config.ts';
import { plainAnswer } from './plain-answer.ts';
import { problemFrom } from './rest/problem.ts';

/** What a request may carry (`docs/security/measures.md`). */
const usualBytes = 1024 * 1024;
const noLength = refuse(
	'invalid',
	'body.no-length',
	'This does not say how long it is. Nothing was changed. Send it with a Content-Length.'
);

function tooLong(most: number): Refusal {
	return refuse(
		'too-large',
		'body.too-large',
		`This is more than ${Math.round(most / usualBytes)} MB. Nothing was changed. Send less at a time.`
	);
}

/** A file comes here: as a form's part, or over REST as base64, a third longer. */
const uploads = /^\/(people\/import|settings\/bring-in|api\/v1\/imports)$/;

/**
 * Refuses a body that is longer than its route takes, before any of it is read. A body that does
 * not say how long it is would have to be read to know; browsers always say.
 * @returns the answer to send, or nothing where the request may go on
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
	return plainAnswer(status, tooLong(most).sentence);
}
