import { seeTheme } from '#features/decision/operations.server.ts';
import { newId } from '#server/secrets.ts';
import { readFor } from '#surfaces/pages.server.ts';
import { decideActions, ladderActions } from '../decide-actions.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const criterion = event.url.searchParams.get('criterion');
	const seen = await readFor(event, seeTheme, {
		id: event.params.theme,
		...(criterion ? { criterion } : {})
	});
	const wanted = event.url.searchParams.get('outcome') ?? '';
	// Ids in the forms make a repeated submission idempotent.
	return { seen, wanted, fresh: { decision: newId(), experiment: newId() } };
};

export const actions: Actions = { ...decideActions, ...ladderActions };
