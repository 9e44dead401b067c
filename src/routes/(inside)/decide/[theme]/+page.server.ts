import { getTheme } from '#features/decision/operations.server.ts';
import { newId } from '#server/tokens.ts';
import { readFor } from '#surfaces/pages.server.ts';
import { decideActions, ladderActions } from '../decide-actions.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const criterion = event.url.searchParams.get('criterion');
	const view = await readFor(event, getTheme, {
		id: event.params.theme,
		...(criterion ? { criterion } : {})
	});
	const wanted = event.url.searchParams.get('outcome') ?? '';
	// With the id in the form, a second click makes the same thing, not another one.
	return { view, wanted, fresh: { decision: newId(), experiment: newId() } };
};

export const actions: Actions = { ...decideActions, ...ladderActions };
