import { addMinutes, type Instant } from '#kernel/clock.ts';
import { usualMinutes } from '#method/media.ts';
import type { EventOf, TalkEvent } from './events.ts';

/** Times that more may be taken where it is offered (method.md 6). */
export const MOST_EXTENSIONS = 2;
/** Minutes before the end from which on more may be taken; the quiet sign, too (method.md 6). */
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

/** How a talk went so far: when it began and ended, what was added, what was asked. */
export interface TalkTiming {
	startedAt: Instant | null;
	endedAt: Instant | null;
	agreedMinutes: number;
	extraMinutes: number;
	extensions: Extension[];
	/** questions in the order they were shown, each once */
	asked: Asked[];
	/** the one on the screen */
	question: Asked | null;
}

/** What happens only inside a talk, so that a log whose start is lost still has one. */
const withinTalk: ReadonlySet<TalkEvent['kind']> = new Set([
	'started',
	'note',
	'question-shown',
	'extended',
	'goodbye'
]);

/** The instant at which the promised time is over, extensions included. */
export function endOf(
	timing: Pick<TalkTiming, 'agreedMinutes' | 'extraMinutes'>,
	startedAt: Instant
) {
	return addMinutes(startedAt, timing.agreedMinutes + timing.extraMinutes);
}

function mayExtend(timing: TalkTiming, at: Instant): boolean {
	if (!timing.startedAt || timing.endedAt) return false;
	const near = addMinutes(endOf(timing, timing.startedAt), -NEAR_MINUTES);
	// Two phones that press at once press once: after the first the end is not near any more.
	return timing.extensions.length < MOST_EXTENSIONS && at >= near;
}

function show(timing: TalkTiming, shown: Asked): void {
	const before = timing.asked.find(({ questionId, text }) =>
		shown.questionId === null ? text === shown.text : questionId === shown.questionId
	);
	if (!before) timing.asked.push(shown);
	timing.question = shown;
}

/** What somebody says afterwards about the whole talk stands over what a clock counted. */
function heldCourse(
	counted: TalkTiming,
	{ startedAt, minutes, agreedMinutes }: EventOf<'held'>
): TalkTiming {
	const endedAt = addMinutes(startedAt, minutes);
	return { ...counted, startedAt, endedAt, agreedMinutes, extraMinutes: 0, extensions: [] };
}

/** The talk goes on as it was counted; where nothing was, from the start that was said. */
function resume(timing: TalkTiming, held: EventOf<'held'> | undefined): void {
	timing.endedAt = null;
	if (!held || timing.startedAt) return;
	timing.startedAt = held.startedAt;
	timing.agreedMinutes = held.agreedMinutes;
}

/**
 * @param ordered a log in its order, see `inOrder`
 * @returns the course of the talk; what is against a rule (a third extension) is left out
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
			// A second phone whose clock is behind cannot end a talk before it began.
			timing.endedAt ??= event.at > timing.startedAt ? event.at : timing.startedAt;
		} else if (event.kind === 'resumed') {
			resume(timing, held);
			held = undefined;
		} else if (event.kind === 'held') {
			held = event;
		}
	}
	return held ? heldCourse(timing, held) : timing;
}
