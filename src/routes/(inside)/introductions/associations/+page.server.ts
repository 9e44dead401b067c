import { listGatherings, seeRates } from '#features/introductions/operations.server.ts';
import { readFor } from '#surfaces/pages.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
	...(await readFor(event, listGatherings, {})),
	rates: await readFor(event, seeRates, {})
});
