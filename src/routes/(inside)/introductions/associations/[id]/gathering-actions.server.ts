import type { RequestEvent } from '@sveltejs/kit';
import * as gatherings from '#features/introductions/operations.server.ts';
import { act } from '#surfaces/forms/actions.server.ts';

const from = ({ params }: RequestEvent) => ({ id: params.id ?? '' });

/** Says what was noted, with the operation that takes it back. */
const noted = (text: string, operation: string) => (done: { id: string; changedAt: string }) => ({
	text,
	undo: { operation, fields: { id: done.id, changedAt: done.changedAt } }
});

/** The forms of one event and of those met there. */
export const gatheringActions = {
	asked: act('asked', gatherings.markGuestAsked, {
		from,
		toast: noted('You asked them', 'gatherings.unmarkAsked')
	}),
	invited: act('invited', gatherings.markInvited, {
		from,
		toast: noted('You may come', 'gatherings.unmarkInvited')
	}),
	attend: act('attend', gatherings.attendGathering, {
		from,
		toast: noted('You were there', 'gatherings.unattend')
	}),
	callOff: act('callOff', gatherings.callOffGathering, {
		from,
		toast: noted('It goes without you', 'gatherings.uncallOff')
	}),
	uncallOff: act('uncallOff', gatherings.uncallOffGathering, {
		from,
		toast: ({ id }) => ({
			text: 'It takes place with you',
			undo: { operation: 'gatherings.callOff', fields: { id } }
		})
	}),
	change: act('change', gatherings.changeGathering, { from, toast: () => ({ text: 'Kept' }) }),
	remove: act('remove', gatherings.removeGathering, {
		from,
		toast: () => ({ text: 'The event is gone' }),
		goTo: () => '/introductions/associations'
	}),
	meet: act('meet', gatherings.meetPerson, {
		from: ({ params }) => ({ gatheringId: params.id ?? '' }),
		toast: ({ id, name }) => ({
			text: `${name} is on the list`,
			undo: { operation: 'gatherings.unmeet', fields: { id } }
		})
	}),
	unmeet: act('unmeet', gatherings.unmeetPerson, {
		toast: ({ name, ...fields }) => ({
			text: `${name} is off the list`,
			undo: { operation: 'gatherings.meet', fields: { name, ...fields } }
		})
	}),
	letBe: act('letBe', gatherings.letBe, {
		toast: ({ id, name, letBeAt }) => ({
			text: `${name} is let be`,
			undo: { operation: 'gatherings.unletBe', fields: { id, letBeAt } }
		})
	}),
	followUp: act('followUp', gatherings.followUp, {
		toast: ({ id, name, followedUpAt }) => ({
			text: `An interview with ${name} is planned. Nothing is sent yet`,
			undo: { operation: 'gatherings.unfollowUp', fields: { id, followedUpAt } }
		})
	})
};
