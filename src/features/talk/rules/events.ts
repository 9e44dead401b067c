import type { Instant } from '#kernel/clock.ts';
import type { Tag } from './tags.ts';

/** Longest note in characters. */
export const MOST_NOTE_CHARACTERS = 2000;

/** Most events of one talk [D]: eight hours (promises) with one every six seconds are 4,800. */
export const MOST_EVENTS_EACH = 5000;
/** Number of them reserved for `boundaryKinds`, so that a full talk can still be ended [D]. */
export const RESERVED_FOR_BOUNDARIES = 100;
/** Most events of all talks of a workspace [D]. */
export const MOST_EVENTS = 200_000;

/** Kinds of events of a talk, each with its fields. */
export interface Happenings {
	started: { agreedMinutes: number };
	/** the start was a mistake; the talk has not begun */
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
	/** held without this page, or its end was forgotten; noted afterwards */
	held: { startedAt: Instant; minutes: number; agreedMinutes: number };
}

export type Kind = keyof Happenings;

/** Kinds that determine when a talk began and ended; accepted and read even if the log is full. */
export const boundaryKinds: ReadonlySet<Kind> = new Set([
	'started',
	'taken-back',
	'extended',
	'goodbye',
	'resumed',
	'held'
]);

/** Origin of an event: id made on the device, device, its `sequence` number, and instant. */
export interface Made {
	id: string;
	device: string;
	sequence: number;
	at: Instant;
}

/** Kind and fields of an event, without its origin. */
export type Happening = { [Each in Kind]: { kind: Each } & Happenings[Each] }[Kind];
export type TalkEvent = { [Each in Kind]: Made & { kind: Each } & Happenings[Each] }[Kind];
export type EventOf<Each extends Kind> = Extract<TalkEvent, { kind: Each }>;

const compare = (one: string | number, other: string | number): number =>
	one < other ? -1 : one > other ? 1 : 0;

/** Fields of all events; the others are the body. */
const made: ReadonlySet<string> = new Set(['id', 'device', 'sequence', 'at', 'kind']);

/** The body of an event as canonical JSON, equal for equal events. */
export function bodyOf(event: TalkEvent): string {
	const fields = Object.entries(event).filter(([name]) => !made.has(name));
	return JSON.stringify(Object.fromEntries(fields.sort(([one], [other]) => compare(one, other))));
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
 * The instant for a new event: now, or just after the latest known event, if the clock of this device is
 * behind that of another one.
 */
export function afterAll(events: readonly TalkEvent[], now: Instant): Instant {
	const latest = events.reduce(
		(last, { at }) => Math.max(last, Date.parse(at) + 1),
		Date.parse(now)
	);
	return new Date(latest).toISOString();
}

/**
 * Canonical order of a log, independent of the order of arrival: by instant, then device and its sequence
 * number. Duplicates are removed.
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
	const ids = new Set<string>();
	return sorted.filter(({ id }) => !ids.has(id) && ids.add(id));
}
