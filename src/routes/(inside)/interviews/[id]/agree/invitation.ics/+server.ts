import { readInvitation } from '#features/meetings/operations.server.ts';
import { readFor } from '#surfaces/pages.server.ts';
import type { RequestHandler } from './$types';

/** Downloads the calendar file; `?for=theirs` for the partner's calendar. Read-only. */
export const GET: RequestHandler = async (event) => {
	const whose = event.url.searchParams.get('for') === 'theirs' ? 'theirs' : 'mine';
	const { text, method, fileName } = await readFor(event, readInvitation, {
		interviewId: event.params.id,
		whose
	});
	return new Response(text, {
		headers: {
			'content-type': `text/calendar; charset=utf-8; method=${method}`,
			'content-disposition': `attachment; filename="${fileName}"`,
			'cache-control': 'private, no-store'
		}
	});
};
