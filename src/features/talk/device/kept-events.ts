import { makeId } from '#kernel/id.ts';
import type { Instant } from '#kernel/clock.ts';
import { afterAll, type Happening, type TalkEvent } from '../rules/events.ts';
import type { TalkNote } from '../rules/notes.ts';
import type { KeptEvent, Receipt } from './kept-log.ts';

/** The events of a talk as a page holds them, by their ids; never changed, only replaced. */
export type KeptEvents = ReadonlyMap<string, KeptEvent>;

/** What the server had when it rendered the page. */
export function keptAlready(events: readonly TalkEvent[]): KeptEvents {
	return new Map(
		events.map((event) => [event.id, { event, waiting: false, refused: undefined }] as const)
	);
}

/** With some more, or with newer knowledge of the same. */
export function withEvents(kept: KeptEvents, more: readonly KeptEvent[]): KeptEvents {
	const all = new Map(kept);
	for (const each of more) all.set(each.event.id, each);
	return all;
}

/** After the server has answered. */
export function settled(kept: KeptEvents, receipts: readonly Receipt[]): KeptEvents {
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
export function shownEvents(kept: KeptEvents): TalkEvent[] {
	return [...kept.values()]
		.filter(({ event, refused }) => refused === undefined || writes.has(event.kind))
		.map(({ event }) => event);
}

/** Words that the server refused, and why; this device alone has them. */
export function wordsNotTaken(kept: KeptEvents) {
	return [...kept.values()].flatMap(({ event, refused }) =>
		refused !== undefined && (event.kind === 'note' || event.kind === 'note-changed')
			? [{ id: event.id, text: event.text, sentence: refused }]
			: []
	);
}

function notesIn(kept: readonly KeptEvent[]): number {
	const notes = kept
		.map(({ event }) => event)
		.filter(({ kind }) => kind.startsWith('note'))
		.map((event) => ('noteId' in event ? event.noteId : event.id));
	return new Set(notes).size;
}

/** How much of it is not at the server, in events and in notes that they are about. */
export function countsOf(kept: KeptEvents) {
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
): KeptEvent {
	const at = afterAll(known, instantNow());
	const event = { id: freshId(), device, sequence, at, ...happening };
	return { event, waiting: true, refused: undefined };
}

/** What notes say that a device's log does not have: they came from elsewhere, or by a form. */
export function textsNotIn(
	log: readonly KeptEvent[],
	notes: readonly TalkNote[]
): ReadonlySet<string> {
	const here = new Set(log.map(({ event }) => event.id));
	return new Set(notes.filter(({ id }) => !here.has(id)).map(({ text }) => text));
}
