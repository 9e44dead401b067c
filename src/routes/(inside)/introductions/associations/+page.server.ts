import { listEvents, getRates } from '#features/introductions/operations.server.ts';
import { readFor } from '#surfaces/pages.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
	...(await readFor(event, listEvents, {})),
	rates: await readFor(event, getRates, {})
});
