import type { RequestEvent } from '@sveltejs/kit';
import { type Anchor, reflectAddress } from '#kernel/page-addresses.ts';
import * as reflection from '#features/reflection/operations.server.ts';
import { act } from '#surfaces/forms/actions.server.ts';

const to =
	(anchor: Anchor<'/interviews/[id]/reflect'>) =>
	(_: unknown, { params }: RequestEvent) =>
		reflectAddress(params.id ?? '', anchor);

/** Form actions of debrief, insights, favours and named people. */
export const reflectActions = {
	writeDebrief: act(reflection.writeDebrief, {
		goTo: ({ doneAt, next }, { params }) =>
			reflectAddress(params.id ?? '', 'debrief', doneAt || !next ? {} : { step: next })
	}),
	addInsight: act(reflection.addInsight, { goTo: to('learned') }),
	changeInsight: act(reflection.changeInsight, { goTo: to('learned') }),
	removeInsight: act(reflection.removeInsight, { goTo: to('learned') }),
	noteFavour: act(reflection.noteFavour, { goTo: to('ways') }),
	removeFavour: act(reflection.removeFavour, { goTo: to('ways') }),
	giveFavour: act(reflection.giveFavour, { goTo: to('ways') }),
	addNamedPerson: act(reflection.addNamedPerson, { goTo: to('who') }),
	removeNamedPerson: act(reflection.removeNamedPerson, { goTo: to('who') }),
	addToBook: act(reflection.addNamedPersonToBook, { goTo: to('who') })
};
