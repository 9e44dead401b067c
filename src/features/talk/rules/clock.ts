import type { Instant } from '#kernel/clock.ts';
import { endOf, MOST_EXTENSIONS, NEAR_MINUTES, type TalkTiming } from './timing.ts';

/** In the order in which time alone brings them about. */
export type Phase = 'before' | 'under-way' | 'two-minutes' | 'time-is-up' | 'overrun' | 'ended';

const minute = 60_000;
/** Milliseconds after the promised end from which it is called overstaying [D]. */
const GRACE = minute;
/** Milliseconds after the promised end from which the goodbye was likely forgotten [D]. */
const FORGOTTEN = 60 * minute;
/** Questions in five minutes that were offered (method.md 6). */
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
	/** milliseconds that were agreed on and offered */
	totalMs: number;
	/** the promised end, extensions included; none before the start */
	endsAt: Instant | null;
}

/**
 * The clock of a talk at an instant (method.md 6): it never gives more than what was agreed on and
 * what was offered, and it stands still once they said goodbye.
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

/** Whether nobody pressed on goodbye, so that the clock counts what nobody talked. */
export function isForgotten({ phase, overMs }: TalkClock): boolean {
	return phase === 'overrun' && overMs > FORGOTTEN;
}

/**
 * Minutes of which one may be taken now where it is offered: 5 or 10, at most twice, and only when
 * the time is nearly up (method.md 6).
 */
export function moreToTake(talk: Timed, now: Instant): (5 | 10)[] {
	const { phase } = clockAt(talk, now);
	const near = phase === 'two-minutes' || phase === 'time-is-up' || phase === 'overrun';
	return near && talk.extensions.length < MOST_EXTENSIONS ? [5, 10] : [];
}

/**
 * Questions that may still be asked in the time that was added last: two in five minutes.
 * @returns nothing where no time was added, for then the number of questions is the brief's
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

/** Time as the ring shows it: "9:12", and "1:05" over as well. @param ms 0 or more */
export function clockFace(ms: number): string {
	const seconds = Math.ceil(ms / 1000);
	const hours = Math.floor(seconds / 3600);
	const minutes = Math.floor((seconds % 3600) / 60);
	const rest = String(seconds % 60).padStart(2, '0');
	return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${rest}` : `${minutes}:${rest}`;
}

/** Where in the talk a note was made: "04:51". @param ms milliseconds since it began */
export function offsetFace(ms: number): string {
	const seconds = Math.floor(ms / 1000);
	const minutes = String(Math.floor(seconds / 60)).padStart(2, '0');
	return `${minutes}:${String(seconds % 60).padStart(2, '0')}`;
}
