import { mayAskNow } from '../reads/asking.server.ts';
import { eventDates } from '../store/dated.server.ts';
import { marks } from './marks.server.ts';

const calledOff =
	'You are marked as not attending this event. Nothing was changed. Mark yourself as attending first.';

/**
 * `markGuestAsked` notes that the explorer asked to attend as a guest; Imago itself sends nothing.
 * `unmarkGuestAsked` reverses it.
 * @refuses `event.missing`, `events.noted-already`, `outreach.too-soon`, `events.changed-since`
 */
export const [markGuestAsked, unmarkGuestAsked] = marks(eventDates, {
	path: 'asked',
	column: 'askedAt',
	verb: 'markAsked',
	mark: {
		summary: 'Record that you asked to attend an event as a guest',
		event: 'events.asked',
		said: 'Marked as asked',
		refuses: { calledOffAt: calledOff },
		check: mayAskNow
	},
	unmark: {
		summary: 'Undo the record that you asked to attend an event',
		event: 'events.unasked',
		later: ['invitedAt', 'attendedAt', 'calledOffAt']
	}
});

/**
 * `markInvited` notes that the explorer may attend. `unmarkInvited` reverses it.
 * @refuses `event.missing`, `events.noted-already`, `events.changed-since`
 */
export const [markInvited, unmarkInvited] = marks(eventDates, {
	path: 'invited',
	column: 'invitedAt',
	verb: 'markInvited',
	mark: {
		summary: 'Record that you are invited to an event as a guest',
		event: 'events.invited',
		said: 'Marked as invited',
		refuses: { calledOffAt: calledOff }
	},
	unmark: {
		summary: 'Undo the record that you are invited to an event',
		event: 'events.uninvited',
		later: ['attendedAt', 'calledOffAt']
	}
});

/**
 * `attendEvent` notes that the explorer attended; follow-ups are due the next day (method 2).
 * `unattendEvent` reverses it.
 * @refuses `event.missing`, `events.noted-already`, `events.changed-since`
 */
export const [attendEvent, unattendEvent] = marks(eventDates, {
	path: 'attend',
	column: 'attendedAt',
	verb: 'attend',
	mark: {
		summary: 'Record that you attended an event',
		event: 'events.attended',
		said: 'Marked as attended',
		refuses: { calledOffAt: calledOff }
	},
	unmark: {
		summary: 'Undo the record that you attended an event',
		event: 'events.unattended'
	}
});

/**
 * `callOffEvent` notes that the explorer does not attend: the event was cancelled, is full or was
 * declined. `uncallOffEvent` reverses it.
 * @refuses `event.missing`, `events.noted-already`, `events.changed-since`
 */
export const [callOffEvent, uncallOffEvent] = marks(eventDates, {
	path: 'call-off',
	column: 'calledOffAt',
	verb: 'callOff',
	mark: {
		summary: 'Record that you are not attending an event',
		event: 'events.calledOff',
		said: 'Marked as not attending',
		refuses: {
			attendedAt: 'You already attended this event. Nothing was changed. Undo that first.'
		}
	},
	unmark: {
		summary: 'Undo the record that you are not attending an event',
		event: 'events.uncalledOff',
		said: 'Marked as attending'
	}
});
