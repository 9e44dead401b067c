import { makeId } from '#kernel/id.ts';
import type { Instant } from '#kernel/clock.ts';
import { afterAll, type Happening, type TalkEvent } from '../rules/events.ts';
import type { TalkNote } from '../rules/notes.ts';
import type { StoredEvent, Receipt } from './stored-log.ts';

/** The events of a talk as a page holds them, by their ids; never changed, only replaced. */
export type StoredEvents = ReadonlyMap<string, StoredEvent>;

/** What the server had when it rendered the page. */
export function storedAlready(events: readonly TalkEvent[]): StoredEvents {
	return new Map(
		events.map((event) => [event.id, { event, waiting: false, refused: undefined }] as const)
	);
}

/** With some more, or with newer knowledge of the same. */
export function withEvents(kept: StoredEvents, more: readonly StoredEvent[]): StoredEvents {
	const all = new Map(kept);
	for (const each of more) all.set(each.event.id, each);
	return all;
}

/** After the server has answered. */
export function settled(kept: StoredEvents, receipts: readonly Receipt[]): StoredEvents {
	return withEvents(
		kept,
		receipts.flatMap((receipt) => {
			const known = kept.get(receipt.id ?? '');
			const refused = receipt.kept ? undefined : (receipt.sentence ?? '');
			return known ? [{ ...known, waiting: false, refused }] : [];
		})
	);
}

const writes: ReadonlySet<TalkEvent['kind']> = new Set(['note', 'note-changed']);

/** What the page shows: everything but what the server refused; words are shown all the same. */
export function shownEvents(kept: StoredEvents): TalkEvent[] {
	return [...kept.values()]
		.filter(({ event, refused }) => refused === undefined || writes.has(event.kind))
		.map(({ event }) => event);
}

/** Words that the server refused, and why; this device alone has them. */
export function wordsNotTaken(kept: StoredEvents) {
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

/** How much of it is not at the server, in events and in notes that they are about. */
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

/** An event of this moment, after all that is known here, waiting to be sent. */
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

/** What notes say that a device's log does not have: they came from elsewhere, or by a form. */
export function textsNotIn(
	log: readonly StoredEvent[],
	notes: readonly TalkNote[]
): ReadonlySet<string> {
	const here = new Set(log.map(({ event }) => event.id));
	return new Set(notes.filter(({ id }) => !here.has(id)).map(({ text }) => text));
}
