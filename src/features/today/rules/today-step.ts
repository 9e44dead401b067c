import { dayOf, daysBetween, type Day, type Instant } from '#kernel/clock.ts';

export type StepIcon =
	| 'today'
	| 'clarity'
	| 'people'
	| 'intro'
	| 'interviews'
	| 'heart'
	| 'mail'
	| 'clock'
	| 'gift'
	| 'flag'
	| 'phone'
	| 'decide'
	| 'link'
	| 'note';

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

/**
 * How near a step is. `overdue` is only what is owed to somebody; one's own reminders stay
 * `today` however long they wait, for a list of neglect helps nobody.
 */
export type Due = 'overdue' | 'today' | 'soon' | 'none';

/** One thing on Today. */
export interface Step {
	code: StepCode;
	icon: StepIcon;
	title: string;
	why: string;
	action: Way;
	/** another way on, beside the one step */
	beside?: Way | undefined;
	due: Due;
	about?: { kind: About; id: string } | undefined;
	/** an agreed talk, as the first card shows it */
	talk?: AgreedTalk | undefined;
}

interface Way {
	label: string;
	href: string;
}

export type About =
	'interview' | 'import' | 'theme' | 'introduction' | 'gathering' | 'decision' | 'webhook';

export interface AgreedTalk {
	/** "Deputy editor, Maré Alta, Lisbon" */
	line: string;
	/** "By phone, 15 minutes" */
	length: string;
	/** "15:00 in Lisbon", empty where the partner's clock says the same */
	elsewhere: string;
	theme: { title: string; seat: number | null };
	/** what the brief still lacks, or that it is complete */
	brief: string;
}

/** A step with what its place in the list is decided by. */
export interface Candidate {
	step: Step;
	/** since when it could be done, or the date it is about; text that sorts by time */
	since: Instant | Day;
	name: string;
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
export interface AskingRoom {
	outreachOpen: boolean;
	/** fewer requests wait than may */
	roomToAsk: boolean;
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
