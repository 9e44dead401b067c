import { eventsAddress } from '#kernel/page-addresses.ts';
import * as events from '#features/introductions/operations.server.ts';
import { act } from '#surfaces/forms/actions.server.ts';
import { newId } from '#server/tokens.ts';
import { readFor } from '#surfaces/pages.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
	event: await readFor(event, events.getEvent, { id: event.params.id }),
	freshId: newId()
});

export const actions: Actions = {
	asked: act(events.markGuestAsked),
	invited: act(events.markInvited),
	attend: act(events.attendEvent),
	callOff: act(events.callOffEvent),
	uncallOff: act(events.uncallOffEvent),
	change: act(events.changeEvent),
	remove: act(events.removeEvent, { goTo: () => eventsAddress() }),
	meet: act(events.meetPerson, {
		from: ({ params }) => ({ eventId: params.id ?? '' })
	}),
	unmeet: act(events.unmeetPerson),
	skipFollowUp: act(events.skipFollowUp),
	followUp: act(events.followUp)
};
