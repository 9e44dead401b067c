import { daysBetween, type Day } from '#kernel/clock.ts';
import type { AssociationEvent, School } from '../schemas.ts';

type SchoolDates = Pick<School, 'askedAt' | 'answeredAt' | 'connectedAt' | 'declinedAt'>;

/** Stage of a school; its decision (connected or declined) takes precedence over asked and answered. */
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
	declined: 'Declined'
};

type EventDates = Pick<AssociationEvent, 'askedAt' | 'invitedAt' | 'attendedAt' | 'calledOffAt'>;

/** Stage of an event of an association. */
export function eventStage(facts: EventDates): AssociationEvent['stage'] {
	if (facts.attendedAt) return 'attended';
	if (facts.calledOffAt) return 'called-off';
	if (facts.invitedAt) return 'invited';
	return facts.askedAt ? 'asked' : 'planned';
}

export const eventStageLabels: Record<AssociationEvent['stage'], string> = {
	planned: 'You have not asked to attend yet',
	asked: 'You asked to attend',
	invited: 'Invited as a guest',
	attended: 'You attended',
	'called-off': 'You are not attending'
};

/**
 * Whether an event is `ahead`, `today` or `after` (past). Only an event ahead can be asked for; people
 * are met only at the others.
 */
export function eventTime(onDay: Day, today: Day): 'ahead' | 'today' | 'after' {
	const days = daysBetween(today, onDay);
	if (days === 0) return 'today';
	return days > 0 ? 'ahead' : 'after';
}
