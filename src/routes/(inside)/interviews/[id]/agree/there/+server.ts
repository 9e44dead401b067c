import { json } from '@sveltejs/kit';
import type { z } from 'zod';
import { considerTime } from '#features/meetings/operations.server.ts';
import { readFor } from '#surfaces/pages.server.ts';
import type { RequestHandler } from './$types';

/** Converts a typed time to the other side's zone, as JSON; stores nothing. */
export const GET: RequestHandler = async (event) => {
	const query = Object.fromEntries(event.url.searchParams) as z.input<typeof considerTime.input>;
	return json(await readFor(event, considerTime, query));
};
