import { mayAskNow } from '../reads/asking.server.ts';
import { eventDates } from '../store/dated.server.ts';
import { marks } from './marks.server.ts';

const calledOff = 'This event goes without you. Nothing was changed. Take that back first.';

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
		summary: 'Say that you asked to attend an event as a guest',
		event: 'events.asked',
		said: 'You asked them',
		refuses: { calledOffAt: calledOff },
		check: mayAskNow
	},
	unmark: {
		summary: 'Take back that you asked to attend',
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
		summary: 'Note that you may attend an event as a guest',
		event: 'events.invited',
		said: 'You may come',
		refuses: { calledOffAt: calledOff }
	},
	unmark: {
		summary: 'Take back that you may attend',
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
		summary: 'Note that you attended an event',
		event: 'events.attended',
		said: 'You were there',
		refuses: { calledOffAt: calledOff }
	},
	unmark: {
		summary: 'Take back that you attended an event',
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
		summary: 'Note that an event goes without you',
		event: 'events.calledOff',
		said: 'It goes without you',
		refuses: { attendedAt: 'You were there. Nothing was changed. Take that back first.' }
	},
	unmark: {
		summary: 'Take back that an event goes without you',
		event: 'events.uncalledOff',
		said: 'It takes place with you'
	}
});
