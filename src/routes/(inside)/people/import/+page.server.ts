import { listImports } from '#features/people/operations.server.ts';
import { dayOf } from '#kernel/clock.ts';
import { readFor } from '#surfaces/pages.server.ts';
import { undo } from './[id]/import-actions.server.ts';
import { upload } from './upload.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { zone } = (await event.parent()).explorer;
	const list = await readFor(event, listImports, {});
	return { ...list, today: dayOf(event.locals.app.clock.now(), zone) };
};

export const actions: Actions = { read: upload, undo };
