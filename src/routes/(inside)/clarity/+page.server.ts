import { getClarity } from '#features/clarity/operations.server.ts';
import { asksForTitles } from '#features/clarity/description-parts.ts';
import { suggestTitles } from '#features/people/operations.server.ts';
import { readFor } from '#surfaces/pages.server.ts';
import { clarityActions } from './clarity-actions.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const clarity = await readFor(event, getClarity, {});
	const asked = clarity.themes.filter(asksForTitles);
	const suggested = await Promise.all(
		asked.map(async ({ id }) => [id, await readFor(event, suggestTitles, { id })] as const)
	);
	return { clarity, suggested: Object.fromEntries(suggested) };
};

export const actions: Actions = clarityActions;
