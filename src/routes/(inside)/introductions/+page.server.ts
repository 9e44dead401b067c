import { listIntroductions, getRates } from '#features/introductions/operations.server.ts';
import { readFor } from '#surfaces/pages.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
	network: await readFor(event, listIntroductions, {}),
	rates: await readFor(event, getRates, {})
});
