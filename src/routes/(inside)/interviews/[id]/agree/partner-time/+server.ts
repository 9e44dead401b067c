import { json } from '@sveltejs/kit';
import type { z } from 'zod';
import { previewMeeting } from '#features/meetings/operations.server.ts';
import { readFor } from '#surfaces/pages.server.ts';
import type { RequestHandler } from './$types';

/** The proposed time in the zone of the partner, requested while it is typed; saving returns the same. */
export const GET: RequestHandler = async (event) => {
	const input = Object.fromEntries(event.url.searchParams) as z.input<typeof previewMeeting.input>;
	return json(await readFor(event, previewMeeting, input));
};
