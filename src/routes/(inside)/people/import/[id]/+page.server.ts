import { getImport } from '#features/people/operations.server.ts';
import { readFor } from '#surfaces/pages.server.ts';
import { importActions } from './import-actions.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const after = Number(event.url.searchParams.get('after') ?? 0);
	const rejectedAfter = Number.isSafeInteger(after) && after > 0 ? after : 0;
	return {
		file: await readFor(event, getImport, { id: event.params.id, rejectedAfter }),
		rejectedAfter
	};
};

export const actions: Actions = importActions;
