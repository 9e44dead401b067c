import { addMinutes, type Instant } from '#kernel/clock.ts';
import { usualMinutes } from '#method/media.ts';
import type { EventOf, TalkEvent } from './events.ts';

/** Most extensions of a talk (method.md 6). */
export const MOST_EXTENSIONS = 2;
/** Minutes before the end at which extensions become possible and the sign appears (method.md 6). */
export const NEAR_MINUTES = 2;

export interface Extension {
	at: Instant;
	minutes: 5 | 10;
}

export interface Asked {
	questionId: string | null;
	text: string;
	at: Instant;
}

/** Timing of a talk: begin, end, extensions, and the questions shown. */
export interface TalkTiming {
	startedAt: Instant | null;
	endedAt: Instant | null;
	agreedMinutes: number;
	extraMinutes: number;
	extensions: Extension[];
	/** questions in the order they were shown, each once */
	asked: Asked[];
	/** the present question */
	question: Asked | null;
}

/** Kinds that occur only during a talk: the first one counts as its start if the start event is missing. */
const withinTalk: ReadonlySet<TalkEvent['kind']> = new Set([
	'started',
	'note',
	'question-shown',
	'extended',
	'goodbye'
]);

/** The promised end, extensions included. */
export function endOf(
	timing: Pick<TalkTiming, 'agreedMinutes' | 'extraMinutes'>,
	startedAt: Instant
) {
	return addMinutes(startedAt, timing.agreedMinutes + timing.extraMinutes);
}

function mayExtend(timing: TalkTiming, at: Instant): boolean {
	if (!timing.startedAt || timing.endedAt) return false;
	const near = addMinutes(endOf(timing, timing.startedAt), -NEAR_MINUTES);
	// Of two simultaneous extensions only the first applies, since the end is not near after it.
	return timing.extensions.length < MOST_EXTENSIONS && at >= near;
}

function show(timing: TalkTiming, shown: Asked): void {
	const before = timing.asked.find(({ questionId, text }) =>
		shown.questionId === null ? text === shown.text : questionId === shown.questionId
	);
	if (!before) timing.asked.push(shown);
	timing.question = shown;
}

/** A `held` event noted afterwards replaces begin, length and end as counted by the clock. */
function heldTiming(
	counted: TalkTiming,
	{ startedAt, minutes, agreedMinutes }: EventOf<'held'>
): TalkTiming {
	const endedAt = addMinutes(startedAt, minutes);
	return { ...counted, startedAt, endedAt, agreedMinutes, extraMinutes: 0, extensions: [] };
}

/** Resumes the talk from its counted start or, without one, from the start noted by `held`. */
function resume(timing: TalkTiming, held: EventOf<'held'> | undefined): void {
	timing.endedAt = null;
	if (!held || timing.startedAt) return;
	timing.startedAt = held.startedAt;
	timing.agreedMinutes = held.agreedMinutes;
}

/**
 * @param ordered a log in its order, see `inOrder`
 * @returns the timing of the talk; events against a rule (a third extension) are ignored
 */
export function timingOf(ordered: readonly TalkEvent[]): TalkTiming {
	const takenBack = ordered.findLastIndex(({ kind }) => kind === 'taken-back');
	const since = ordered.slice(takenBack + 1);
	const start = since.find((event) => event.kind === 'started');
	const timing: TalkTiming = {
		startedAt: start?.at ?? since.find(({ kind }) => withinTalk.has(kind))?.at ?? null,
		endedAt: null,
		agreedMinutes: start?.agreedMinutes ?? usualMinutes,
		extraMinutes: 0,
		extensions: [],
		asked: [],
		question: null
	};
	let held: EventOf<'held'> | undefined;
	for (const event of since) {
		if (event.kind === 'question-shown') {
			show(timing, { questionId: event.questionId, text: event.text, at: event.at });
		} else if (event.kind === 'extended' && mayExtend(timing, event.at)) {
			timing.extensions.push({ at: event.at, minutes: event.minutes });
			timing.extraMinutes += event.minutes;
		} else if (event.kind === 'goodbye' && timing.startedAt) {
			// The clock of a second device may be behind: the end is not before the start.
			timing.endedAt ??= event.at > timing.startedAt ? event.at : timing.startedAt;
		} else if (event.kind === 'resumed') {
			resume(timing, held);
			held = undefined;
		} else if (event.kind === 'held') {
			held = event;
		}
	}
	return held ? heldTiming(timing, held) : timing;
}
