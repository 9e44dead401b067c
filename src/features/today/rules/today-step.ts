import { dayOf, daysBetween, type Day, type Instant } from '#kernel/clock.ts';
import type { Step } from '../schemas.ts';

/**
 * Every kind of step, the more pressing first among those that are due alike: who waits for the
 * explorer comes before whom the explorer waits for, and both before the explorer's own house.
 */
export const stepCodes = [
	'talk',
	'talk-past',
	'thank',
	'write-introduced',
	'answered',
	'agree-time',
	'clarity',
	'chaser',
	'close',
	'follow-up',
	'second-person',
	'tell',
	'thank-connector',
	'reflect',
	'event',
	'import-stopped',
	'import-preview',
	'look-again',
	'decided-again',
	'import-people',
	'choose-person',
	'ask',
	'prepare',
	'refine',
	'find-next',
	'webhook-failing'
] as const;
export type StepCode = (typeof stepCodes)[number];

export type { Step };
export type Due = Step['due'];

/** A step with what its place in the list is decided by. */
export interface Candidate {
	step: Step;
	/** since when it could be done, or the date it is about; text that sorts by time */
	since: Instant | Day;
	name: string;
}

/** A step about one thing, which stands in the list by its name. */
export function stepAbout(
	kind: NonNullable<Step['about']>['kind'],
	{ id, name }: { id: string; name: string },
	since: Candidate['since'],
	step: Omit<Step, 'about'>
): Candidate {
	return { step: { ...step, about: { kind, id } }, since, name };
}

/** A step of one interview, which stands in the list by its partner's name. */
export function stepOf(
	{ id, personName: name }: { id: string; personName: string },
	since: Candidate['since'],
	step: Omit<Step, 'about'>
): Candidate {
	return stepAbout('interview', { id, name }, since, step);
}

/** Days ahead that still count as soon [D]. */
export const SOON_DAYS = 3;

/** When and where the list is made. */
export interface Moment {
	now: Instant;
	/** IANA zone of the explorer */
	zone: string;
	today: Day;
}

/** Whether a request may go out now, as far as all threads have it in common. */
export interface AskLimits {
	outreachOpen: boolean;
	/** fewer requests wait than may */
	belowLimit: boolean;
}

/** The moment that a list is made for. @param zone IANA zone of the explorer */
export function momentOf(now: Instant, zone: string): Moment {
	return { now, zone, today: dayOf(now, zone) };
}

/** How near a date is that is not owed to anybody: today, also when it has passed. */
export function nearness(day: Day, today: Day): Due {
	const away = daysBetween(today, day);
	if (away <= 0) return 'today';
	return away <= SOON_DAYS ? 'soon' : 'none';
}
