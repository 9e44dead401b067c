import { mayAskNow } from '../reads/asking.server.ts';
import { eventDates } from '../store/dated.server.ts';
import { marks } from './marks.server.ts';

const calledOff = 'This event goes without you. Nothing was changed. Take that back first.';

/**
 * Says that the explorer asked to attend as a guest, by their own hand.
 * Takes "I asked" back.
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
 * Notes that the explorer may come.
 * Takes the invitation back.
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
 * Notes that the explorer was there; follow-ups are due the next day (method 2).
 * Takes having been there back.
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
 * Notes that the event goes without the explorer: called off, full, or another evening was kept.
 * Takes that back.
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
