import { eventsAddress } from '#kernel/addresses.ts';
import * as gatherings from '#features/introductions/operations.server.ts';
import { act } from '#surfaces/forms/actions.server.ts';

/** The forms of one event and of those met there. */
export const gatheringActions = {
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
