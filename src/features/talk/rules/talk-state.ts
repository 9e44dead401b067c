import { timingOf, type TalkTiming } from './timing.ts';
import { inOrder, type TalkEvent } from './events.ts';
import { notesOf, type Notes } from './notes.ts';

/** State of a talk, reduced from its log. */
export interface TalkState extends TalkTiming, Notes {}

/**
 * Reduces a log to the state of the talk. Independent of order and duplicates, so that devices with the
 * same events show the same state.
 */
export function reduceTalk(events: readonly TalkEvent[]): TalkState {
	const ordered = inOrder(events);
	const timing = timingOf(ordered);
	return { ...timing, ...notesOf(ordered, timing.startedAt) };
}
