import type { Config } from '#server/config.ts';

/** What a request may carry (promises.md "request body 1 MB, upload 10 MB"). */
const usualBytes = 1024 * 1024;
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
	return new Response(
		`This is more than ${Math.round(most / usualBytes)} MB. Nothing was changed. Send less at a time.`,
		{ status, headers: { 'content-type': 'text/plain; charset=utf-8' } }
	);
}
