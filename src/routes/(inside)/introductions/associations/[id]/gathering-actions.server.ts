import { eventsAddress } from '#kernel/addresses.ts';
import * as gatherings from '#features/introductions/operations.server.ts';
import { act } from '#surfaces/forms/actions.server.ts';

/** Says what was noted, with the operation that takes it back. */
const noted = (text: string, operation: string) => (done: { id: string; changedAt: string }) => ({
	text,
	undo: { operation, fields: { id: done.id, changedAt: done.changedAt } }
});

/** The forms of one event and of those met there. */
export const gatheringActions = {
	asked: act(gatherings.markGuestAsked, {
		toast: noted('You asked them', 'gatherings.unmarkAsked')
	}),
	invited: act(gatherings.markInvited, {
		toast: noted('You may come', 'gatherings.unmarkInvited')
	}),
	attend: act(gatherings.attendGathering, {
		toast: noted('You were there', 'gatherings.unattend')
	}),
	callOff: act(gatherings.callOffGathering, {
		toast: noted('It goes without you', 'gatherings.uncallOff')
	}),
	uncallOff: act(gatherings.uncallOffGathering, {
		toast: ({ id }) => ({
			text: 'It takes place with you',
			undo: { operation: 'gatherings.callOff', fields: { id } }
		})
	}),
	change: act(gatherings.changeGathering, { toast: () => ({ text: 'Kept' }) }),
	remove: act(gatherings.removeGathering, {
		toast: () => ({ text: 'The event is gone' }),
		goTo: () => eventsAddress()
	}),
	meet: act(gatherings.meetPerson, {
		from: ({ params }) => ({ gatheringId: params.id ?? '' }),
		toast: ({ id, name }) => ({
			text: `${name} is on the list`,
			undo: { operation: 'gatherings.unmeet', fields: { id } }
		})
	}),
	unmeet: act(gatherings.unmeetPerson, {
		toast: ({ name, ...fields }) => ({
			text: `${name} is off the list`,
			undo: { operation: 'gatherings.meet', fields: { name, ...fields } }
		})
	}),
	letBe: act(gatherings.letBe, {
		toast: ({ id, name, letBeAt }) => ({
			text: `${name} is let be`,
			undo: { operation: 'gatherings.unletBe', fields: { id, letBeAt } }
		})
	}),
	followUp: act(gatherings.followUp, {
		toast: ({ id, name, followedUpAt }) => ({
			text: `An interview with ${name} is planned. Nothing is sent yet`,
			undo: { operation: 'gatherings.unfollowUp', fields: { id, followedUpAt } }
		})
	})
};
