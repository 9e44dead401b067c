import { makeId } from '#kernel/id.ts';
import type { Instant } from '#kernel/clock.ts';
import { afterAll, type Happening, type TalkEvent } from '../rules/events.ts';
import type { TalkNote } from '../rules/notes.ts';
import type { StoredEvent, Receipt } from './stored-log.ts';

/** Events of a talk on an open page, by id; immutable. */
export type StoredEvents = ReadonlyMap<string, StoredEvent>;

/** Events that the server had when it rendered the page. */
export function fromServer(events: readonly TalkEvent[]): StoredEvents {
	return new Map(
		events.map((event) => [event.id, { event, waiting: false, refused: undefined }] as const)
	);
}

/** Adds or replaces events. */
export function withEvents(kept: StoredEvents, more: readonly StoredEvent[]): StoredEvents {
	const all = new Map(kept);
	for (const each of more) all.set(each.event.id, each);
	return all;
}

/** Applies the receipts of the server. */
export function settled(kept: StoredEvents, receipts: readonly Receipt[]): StoredEvents {
	return withEvents(
		kept,
		receipts.flatMap((receipt) => {
			const known = kept.get(receipt.id ?? '');
			const refused = receipt.accepted ? undefined : (receipt.sentence ?? '');
			return known ? [{ ...known, waiting: false, refused }] : [];
		})
	);
}

const writes: ReadonlySet<TalkEvent['kind']> = new Set(['note', 'note-changed']);

/** Events that the page shows: all but refused ones; refused ones with text are shown too. */
export function shownEvents(kept: StoredEvents): TalkEvent[] {
	return [...kept.values()]
		.filter(({ event, refused }) => refused === undefined || writes.has(event.kind))
		.map(({ event }) => event);
}

/** Texts of refused events with the reasons; only this device has them. */
export function refusedTexts(kept: StoredEvents) {
	return [...kept.values()].flatMap(({ event, refused }) =>
		refused !== undefined && (event.kind === 'note' || event.kind === 'note-changed')
			? [{ id: event.id, text: event.text, sentence: refused }]
			: []
	);
}

function notesIn(kept: readonly StoredEvent[]): number {
	const notes = kept
		.map(({ event }) => event)
		.filter(({ kind }) => kind.startsWith('note'))
		.map((event) => ('noteId' in event ? event.noteId : event.id));
	return new Set(notes).size;
}

/** Number of pending and refused events, and of the notes they are about. */
export function countsOf(kept: StoredEvents) {
	const all = [...kept.values()];
	const waiting = all.filter((each) => each.waiting);
	return {
		waiting: waiting.length,
		waitingNotes: notesIn(waiting),
		refused: notesIn(all.filter(({ refused }) => refused !== undefined))
	};
}

/** The device's own clock. */
export function instantNow(): Instant {
	return new Date().toISOString();
}

/** An id made on the device. */
export function freshId(): string {
	return makeId(Date.now(), crypto.getRandomValues(new Uint8Array(10)));
}

/** Makes a pending event at the present instant, later than all known ones. */
export function makeEvent(
	device: string,
	sequence: number,
	happening: Happening,
	known: readonly TalkEvent[]
): StoredEvent {
	const at = afterAll(known, instantNow());
	const event = { id: freshId(), device, sequence, at, ...happening };
	return { event, waiting: true, refused: undefined };
}

/** Texts of notes that are not in the device's log, since they came from another device or a form. */
export function textsNotIn(
	log: readonly StoredEvent[],
	notes: readonly TalkNote[]
): ReadonlySet<string> {
	const here = new Set(log.map(({ event }) => event.id));
	return new Set(notes.filter(({ id }) => !here.has(id)).map(({ text }) => text));
}
