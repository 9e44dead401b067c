import { mayAskNow } from '../reads/asking.server.ts';
import { gatheringDates } from '../store/dated.server.ts';
import { mark, unmark } from './marks.server.ts';

const calledOff = 'This event goes without you. Nothing was changed. Take that back first.';

/**
 * Says that the explorer asked to attend as a guest, by their own hand.
 * @refuses `event.missing`, `gatherings.noted-already`, `outreach.too-soon`
 */
export const markGuestAsked = mark(gatheringDates, {
	verb: 'markAsked',
	path: 'asked',
	summary: 'Say that you asked to attend an event as a guest',
	column: 'askedAt',
	event: 'gatherings.asked',
	said: 'You asked them',
	undoneBy: 'unmarkAsked',
	refuses: { calledOffAt: calledOff },
	check: mayAskNow
});

/** Takes "I asked" back. @refuses `event.missing`, `gatherings.changed-since` */
export const unmarkGuestAsked = unmark(gatheringDates, {
	verb: 'unmarkAsked',
	path: 'unasked',
	summary: 'Take back that you asked to attend',
	column: 'askedAt',
	event: 'gatherings.unasked',
	later: ['invitedAt', 'attendedAt', 'calledOffAt']
});

/**
 * Notes that the explorer may come.
 * @refuses `event.missing`, `gatherings.noted-already`
 */
export const markInvited = mark(gatheringDates, {
	verb: 'markInvited',
	path: 'invited',
	summary: 'Note that you may attend an event as a guest',
	column: 'invitedAt',
	event: 'gatherings.invited',
	said: 'You may come',
	undoneBy: 'unmarkInvited',
	refuses: { calledOffAt: calledOff }
});

/** Takes the invitation back. @refuses `event.missing`, `gatherings.changed-since` */
export const unmarkInvited = unmark(gatheringDates, {
	verb: 'unmarkInvited',
	path: 'uninvited',
	summary: 'Take back that you may attend',
	column: 'invitedAt',
	event: 'gatherings.uninvited',
	later: ['attendedAt', 'calledOffAt']
});

/**
 * Notes that the explorer was there; follow-ups are due the next day (method 2).
 * @refuses `event.missing`, `gatherings.noted-already`
 */
export const attendGathering = mark(gatheringDates, {
	verb: 'attend',
	path: 'attend',
	summary: 'Note that you attended an event',
	column: 'attendedAt',
	event: 'gatherings.attended',
	said: 'You were there',
	undoneBy: 'unattend',
	refuses: { calledOffAt: calledOff }
});

/** Takes having been there back. @refuses `event.missing`, `gatherings.changed-since` */
export const unattendGathering = unmark(gatheringDates, {
	verb: 'unattend',
	path: 'unattend',
	summary: 'Take back that you attended an event',
	column: 'attendedAt',
	event: 'gatherings.unattended'
});

/**
 * Notes that the event goes without the explorer: called off, full, or another evening was kept.
 * @refuses `event.missing`, `gatherings.noted-already`
 */
export const callOffGathering = mark(gatheringDates, {
	verb: 'callOff',
	path: 'call-off',
	summary: 'Note that an event goes without you',
	column: 'calledOffAt',
	event: 'gatherings.calledOff',
	said: 'It goes without you',
	undoneBy: 'uncallOff',
	refuses: { attendedAt: 'You were there. Nothing was changed. Take that back first.' }
});

/** Takes that back. @refuses `event.missing`, `gatherings.changed-since` */
export const uncallOffGathering = unmark(gatheringDates, {
	verb: 'uncallOff',
	path: 'uncall-off',
	summary: 'Take back that an event goes without you',
	column: 'calledOffAt',
	event: 'gatherings.uncalledOff',
	said: 'It takes place with you',
	undoneBy: 'callOff'
});
