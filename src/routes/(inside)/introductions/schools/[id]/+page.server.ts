import { interviewAddress, schoolAddress, schoolsAddress } from '#kernel/page-addresses.ts';
import * as schools from '#features/introductions/operations.server.ts';
import { act } from '#surfaces/forms/actions.server.ts';
import { findPeople } from '#features/people/operations.server.ts';
import { newId } from '#server/tokens.ts';
import { readFor } from '#surfaces/pages.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const words = (event.url.searchParams.get('words') ?? '').slice(0, 200);
	const { people } = await readFor(event, findPeople, { words });
	return {
		school: await readFor(event, schools.getSchool, { id: event.params.id }),
		found: people.filter((person) => person.doNotContactAt === null),
		words,
		freshId: newId()
	};
};

export const actions = {
	asked: act(schools.markSchoolAsked),
	answered: act(schools.markSchoolAnswered),
	connected: act(schools.markSchoolConnected),
	decline: act(schools.declineSchool),
	undecline: act(schools.undeclineSchool),
	change: act(schools.changeSchool, { goTo: (_, { url }) => url.pathname }),
	planTalk: act(schools.planAlumniTalk, {
		back: ({ id }) => schoolAddress(id),
		goTo: ({ interviewId }) => interviewAddress(interviewId)
	}),
	remove: act(schools.removeSchool, {
		back: ({ id }) => schoolAddress(id),
		goTo: () => schoolsAddress()
	})
} satisfies Actions;
