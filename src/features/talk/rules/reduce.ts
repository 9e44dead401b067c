import { timingOf, type TalkTiming } from './timing.ts';
import { inOrder, type TalkEvent } from './events.ts';
import { notesOf, type Notes } from './notes.ts';

/** All that a talk's log comes to. */
export interface TalkState extends TalkTiming, Notes {}

/**
 * Reduces a log to the talk. The same for any order in which the events arrived and however often
 * each did, so that phones which hold the same events show the same talk.
 */
export function reduceTalk(events: readonly TalkEvent[]): TalkState {
	const ordered = inOrder(events);
	const timing = timingOf(ordered);
	return { ...timing, ...notesOf(ordered, timing.startedAt) };
}
