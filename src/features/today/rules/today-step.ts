import { dayOf, daysBetween, type Day, type Instant } from '#kernel/clock.ts';
import type { Step } from '../schemas.ts';

/**
 * All kinds of steps, the more pressing first among those due alike: people who wait for the
 * explorer, then people the explorer waits for, then the explorer's own tasks.
 */
export const stepCodes = [
	'talk',
	'talk-past',
	'thank',
	'write-introduced',
	'answered',
	'agree-time',
	'clarity',
	'follow-up',
	'close',
	'event-follow-up',
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

/** A step with its sort keys. */
export interface Candidate {
	step: Step;
	/** since when it is possible, or its date; text that sorts by time */
	since: Instant | Day;
	name: string;
}

/** Makes a step about one item, sorted by the item's name. */
export function stepAbout(
	kind: NonNullable<Step['about']>['kind'],
	{ id, name }: { id: string; name: string },
	since: Candidate['since'],
	step: Omit<Step, 'about'>
): Candidate {
	return { step: { ...step, about: { kind, id } }, since, name };
}

/** Makes a step of one interview, sorted by the partner's name. */
export function stepOf(
	{ id, personName: name }: { id: string; personName: string },
	since: Candidate['since'],
	step: Omit<Step, 'about'>
): Candidate {
	return stepAbout('interview', { id, name }, since, step);
}

/** Days ahead that still count as soon [D]. */
export const SOON_DAYS = 3;

/** Date, instant and zone that the list is made for. */
export interface Moment {
	now: Instant;
	/** IANA zone of the explorer */
	zone: string;
	today: Day;
}

/** Conditions for a request that all interviews have in common. */
export interface AskLimits {
	outreachOpen: boolean;
	/** fewer requests are waiting than allowed */
	belowLimit: boolean;
}

/** Makes the moment of a list. @param zone IANA zone of the explorer */
export function momentOf(now: Instant, zone: string): Moment {
	return { now, zone, today: dayOf(now, zone) };
}

/** Urgency of a date that is not owed to anybody: `today` also after it has passed. */
export function nearness(day: Day, today: Day): Due {
	const away = daysBetween(today, day);
	if (away <= 0) return 'today';
	return away <= SOON_DAYS ? 'soon' : 'none';
}
