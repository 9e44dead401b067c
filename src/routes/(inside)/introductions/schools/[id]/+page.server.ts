import { seeSchool } from '#features/introductions/operations.server.ts';
import { findPeople } from '#features/people/operations.server.ts';
import { newId } from '#server/secrets.ts';
import { readFor } from '#surfaces/pages.server.ts';
import { schoolActions } from './school-actions.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const words = (event.url.searchParams.get('words') ?? '').slice(0, 200);
	const { people } = await readFor(event, findPeople, { words });
	return {
		school: await readFor(event, seeSchool, { id: event.params.id }),
		found: people.filter((person) => person.doNotContactAt === null),
		words,
		freshId: newId()
	};
};

export const actions: Actions = schoolActions;
