import type { Instant } from '#kernel/clock.ts';
import type { Tag } from './tags.ts';

/** Characters of one note; a few words are meant, a paragraph is taken. */
export const MOST_NOTE_CHARACTERS = 2000;

/** Events of one talk [D]: eight hours (promises) of one every six seconds are 4,800. */
export const MOST_EVENTS_EACH = 5000;
/** Places among them that only `boundaryKinds` events may take, so that a full talk still ends [D]. */
export const RESERVED_FOR_BOUNDARIES = 100;
/** Events of all talks of a workspace [D]. */
export const MOST_EVENTS = 200_000;

/** What may happen in a talk, each with what it needs. */
export interface Happenings {
	started: { agreedMinutes: number };
	/** the start was a slip of the hand; the talk has not begun */
	'taken-back': object;
	'question-shown': { questionId: string | null; text: string };
	note: { text: string; tag: Tag | null; question: string | null };
	'note-tagged': { noteId: string; tag: Tag | null };
	'note-changed': { noteId: string; text: string };
	'note-removed': { noteId: string };
	extended: { minutes: 5 | 10 };
	goodbye: object;
	/** the goodbye was too early; the talk goes on */
	resumed: object;
	/** it took place without this page, or its end was forgotten: noted afterwards, as it was */
	held: { startedAt: Instant; minutes: number; agreedMinutes: number };
}

export type Kind = keyof Happenings;

/** What says when a talk began and ended: taken and read however full its log is. */
export const boundaryKinds: ReadonlySet<Kind> = new Set([
	'started',
	'taken-back',
	'extended',
	'goodbye',
	'resumed',
	'held'
]);

/** Who made an event, and when: the id is made on the device, `sequence` counts on it. */
export interface Made {
	id: string;
	device: string;
	sequence: number;
	at: Instant;
}

/** What happened, before it is anybody's event. */
export type Happening = { [Each in Kind]: { kind: Each } & Happenings[Each] }[Kind];
export type TalkEvent = { [Each in Kind]: Made & { kind: Each } & Happenings[Each] }[Kind];
export type EventOf<Each extends Kind> = Extract<TalkEvent, { kind: Each }>;

const compare = (one: string | number, other: string | number): number =>
	one < other ? -1 : one > other ? 1 : 0;

/** What every event has; the rest is its body. */
const made: ReadonlySet<string> = new Set(['id', 'device', 'sequence', 'at', 'kind']);

/** What an event says beyond who made it and when, as text that is equal for equal events. */
export function bodyOf(event: TalkEvent): string {
	const said = Object.entries(event).filter(([name]) => !made.has(name));
	return JSON.stringify(Object.fromEntries(said.sort(([one], [other]) => compare(one, other))));
}

/** Whether two events with one id are the same event. */
export function sameEvent(one: TalkEvent, other: TalkEvent): boolean {
	return (
		one.kind === other.kind &&
		one.device === other.device &&
		one.sequence === other.sequence &&
		one.at === other.at &&
		bodyOf(one) === bodyOf(other)
	);
}

/**
 * The instant of what happens now, after all that is known: a clock that is behind another
 * device's must not put what somebody answers before what it answers.
 */
export function afterAll(events: readonly TalkEvent[], now: Instant): Instant {
	const latest = events.reduce(
		(last, { at }) => Math.max(last, Date.parse(at) + 1),
		Date.parse(now)
	);
	return new Date(latest).toISOString();
}

/**
 * The one order in which everybody reads a log, whatever order it arrived in: by instant, then by
 * device and what counts on it. The same event twice counts once.
 */
export function inOrder(events: readonly TalkEvent[]): TalkEvent[] {
	const sorted = events.toSorted(
		(one, other) =>
			compare(one.at, other.at) ||
			compare(one.device, other.device) ||
			compare(one.sequence, other.sequence) ||
			compare(one.id, other.id) ||
			compare(one.kind + bodyOf(one), other.kind + bodyOf(other))
	);
	const seen = new Set<string>();
	return sorted.filter(({ id }) => !seen.has(id) && seen.add(id));
}
