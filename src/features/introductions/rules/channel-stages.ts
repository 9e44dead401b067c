import { daysBetween, type Day } from '#kernel/clock.ts';
import type { AssociationEvent, School } from '../schemas.ts';

type SchoolDates = Pick<School, 'askedAt' | 'answeredAt' | 'connectedAt' | 'declinedAt'>;

/** How far one is with a school; what it decided outweighs what was asked. */
export function schoolStage(facts: SchoolDates): School['stage'] {
	if (facts.connectedAt) return 'connected';
	if (facts.declinedAt) return 'declined';
	if (facts.answeredAt) return 'answered';
	return facts.askedAt ? 'asked' : 'to-ask';
}

export const schoolStageLabels: Record<School['stage'], string> = {
	'to-ask': 'Not asked yet',
	asked: 'Asked',
	answered: 'Answered',
	connected: 'Connects you with alumni',
	declined: 'Said no'
};

type EventDates = Pick<AssociationEvent, 'askedAt' | 'invitedAt' | 'attendedAt' | 'calledOffAt'>;

/** How far one is with an event of an association. */
export function eventStage(facts: EventDates): AssociationEvent['stage'] {
	if (facts.attendedAt) return 'attended';
	if (facts.calledOffAt) return 'called-off';
	if (facts.invitedAt) return 'invited';
	return facts.askedAt ? 'asked' : 'planned';
}

export const eventStageLabels: Record<AssociationEvent['stage'], string> = {
	planned: 'Not asked yet whether you may come',
	asked: 'Asked whether you may come',
	invited: 'Invited as a guest',
	attended: 'You were there',
	'called-off': 'Without you'
};

/**
 * When an event is, seen from today: `ahead` until the day before, `today`, and `after` it. Only
 * what is ahead can still be asked for, only what is not ahead has people met.
 */
export function eventTime(onDay: Day, today: Day): 'ahead' | 'today' | 'after' {
	const days = daysBetween(today, onDay);
	if (days === 0) return 'today';
	return days > 0 ? 'ahead' : 'after';
}
