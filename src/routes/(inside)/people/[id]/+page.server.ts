import { seePerson } from '#features/people/operations.server.ts';
import { dayOf } from '#kernel/clock.ts';
import { readFor } from '#surfaces/pages.server.ts';
import { personActions } from './person-actions.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { zone } = (await event.parent()).explorer;
	return {
		person: await readFor(event, seePerson, { id: event.params.id }),
		today: dayOf(event.locals.app.clock.now(), zone)
	};
};

export const actions: Actions = personActions;
