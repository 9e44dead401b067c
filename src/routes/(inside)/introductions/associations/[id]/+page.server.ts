import { eventsAddress } from '#kernel/addresses.ts';
import * as gatherings from '#features/introductions/operations.server.ts';
import { act } from '#surfaces/forms/actions.server.ts';
import { newId } from '#server/secrets.ts';
import { readFor } from '#surfaces/pages.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
	gathering: await readFor(event, gatherings.seeGathering, { id: event.params.id }),
	freshId: newId()
});

export const actions: Actions = {
	asked: act(gatherings.markGuestAsked),
	invited: act(gatherings.markInvited),
	attend: act(gatherings.attendGathering),
	callOff: act(gatherings.callOffGathering),
	uncallOff: act(gatherings.uncallOffGathering),
	change: act(gatherings.changeGathering),
	remove: act(gatherings.removeGathering, { goTo: () => eventsAddress() }),
	meet: act(gatherings.meetPerson, {
		from: ({ params }) => ({ gatheringId: params.id ?? '' })
	}),
	unmeet: act(gatherings.unmeetPerson),
	letBe: act(gatherings.letBe),
	followUp: act(gatherings.followUp)
};
