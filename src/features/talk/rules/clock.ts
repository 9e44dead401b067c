import type { Instant } from '#kernel/clock.ts';
import { endOf, MOST_EXTENSIONS, NEAR_MINUTES, type TalkTiming } from './timing.ts';

/** Phases of a talk, in the order of time. */
export type Phase = 'before' | 'under-way' | 'two-minutes' | 'time-is-up' | 'overrun' | 'ended';

const minute = 60_000;
/** Milliseconds after the promised end from which the phase is `overrun` [D]. */
const GRACE = minute;
/** Milliseconds after the promised end from which the end was probably forgotten [D]. */
const FORGOTTEN = 60 * minute;
/** Questions per five minutes of offered time (method.md 6). */
const QUESTIONS_PER_FIVE = 2;

export type Timed = Pick<
	TalkTiming,
	'startedAt' | 'endedAt' | 'agreedMinutes' | 'extraMinutes' | 'extensions'
>;

export interface TalkClock {
	phase: Phase;
	/** milliseconds until the promised end, 0 once it is past */
	leftMs: number;
	/** milliseconds since the promised end, 0 before it */
	overMs: number;
	/** milliseconds since the talk began */
	elapsedMs: number;
	/** milliseconds of agreed and offered time */
	totalMs: number;
	/** the promised end, extensions included; null before the start */
	endsAt: Instant | null;
}

/**
 * The clock of a talk at an instant (method.md 6): it counts down the agreed and offered time, and stops
 * at the goodbye.
 */
export function clockAt(talk: Timed, now: Instant): TalkClock {
	const totalMs = (talk.agreedMinutes + talk.extraMinutes) * minute;
	if (!talk.startedAt) {
		return { phase: 'before', leftMs: totalMs, overMs: 0, elapsedMs: 0, totalMs, endsAt: null };
	}
	const started = Date.parse(talk.startedAt);
	const elapsedMs = Math.max(0, Date.parse(talk.endedAt ?? now) - started);
	const leftMs = Math.max(0, totalMs - elapsedMs);
	const overMs = Math.max(0, elapsedMs - totalMs);
	const endsAt = endOf(talk, talk.startedAt);
	const phase = talk.endedAt ? 'ended' : phaseOf(leftMs, overMs);
	return { phase, leftMs, overMs, elapsedMs, totalMs, endsAt };
}

function phaseOf(leftMs: number, overMs: number): Phase {
	if (leftMs > NEAR_MINUTES * minute) return 'under-way';
	if (leftMs > 0) return 'two-minutes';
	return overMs < GRACE ? 'time-is-up' : 'overrun';
}

/** Whether the end of a talk was probably forgotten. */
export function isForgotten({ phase, overMs }: TalkClock): boolean {
	return phase === 'overrun' && overMs > FORGOTTEN;
}

/**
 * Extensions that can be taken now if the partner offers them: 5 or 10 minutes, at most twice, and only
 * near the end (method.md 6).
 */
export function moreToTake(talk: Timed, now: Instant): (5 | 10)[] {
	const { phase } = clockAt(talk, now);
	const near = phase === 'two-minutes' || phase === 'time-is-up' || phase === 'overrun';
	return near && talk.extensions.length < MOST_EXTENSIONS ? [5, 10] : [];
}

/**
 * Number of questions left in the last extension: two per five minutes.
 * @returns undefined without an extension, when the brief determines the number
 */
export function questionsLeft({
	extensions,
	asked
}: Pick<TalkTiming, 'extensions' | 'asked'>): number | undefined {
	const last = extensions.at(-1);
	if (!last) return undefined;
	const since = asked.filter(({ at }) => at > last.at).length;
	return Math.max(0, (last.minutes / 5) * QUESTIONS_PER_FIVE - since);
}

/** Time for the ring: "9:12"; also used for time over. @param ms 0 or more */
export function clockFace(ms: number): string {
	const seconds = Math.ceil(ms / 1000);
	const hours = Math.floor(seconds / 3600);
	const minutes = Math.floor((seconds % 3600) / 60);
	const rest = String(seconds % 60).padStart(2, '0');
	return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${rest}` : `${minutes}:${rest}`;
}

/** Offset of a note in the talk: "04:51". @param ms milliseconds since the start */
export function offsetFace(ms: number): string {
	const seconds = Math.floor(ms / 1000);
	const minutes = String(Math.floor(seconds / 60)).padStart(2, '0');
	return `${minutes}:${String(seconds % 60).padStart(2, '0')}`;
}
