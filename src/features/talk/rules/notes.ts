import type { Instant } from '#kernel/clock.ts';
import type { EventOf, TalkEvent } from './events.ts';
import type { NoteView } from '../schemas.ts';

/** A few words, in the partner's own terms, with their moment and their question. */
export interface TalkNote extends NoteView {
	/** what stood there before, or was typed on another phone: nothing typed is lost */
	earlier: string[];
}

export interface Notes {
	/** in the order they were made */
	notes: TalkNote[];
	/** taken away again; their words stay in the log */
	removed: TalkNote[];
}

/** Everything that was said about one note, in the log's order. */
interface About {
	made?: EventOf<'note'>;
	changes: EventOf<'note-changed'>[];
	tag?: EventOf<'note-tagged'>;
	/** places in the log of the last writing and of the last taking away */
	writtenAt: number;
	removedAt: number;
}

function gather(ordered: readonly TalkEvent[]): Map<string, About> {
	const notes = new Map<string, About>();
	const about = (id: string): About => {
		const kept = notes.get(id) ?? { changes: [], writtenAt: -1, removedAt: -1 };
		notes.set(id, kept);
		return kept;
	};
	ordered.forEach((event, place) => {
		if (event.kind === 'note') {
			about(event.id).made = event;
		} else if (event.kind === 'note-changed') {
			const note = about(event.noteId);
			note.changes.push(event);
			note.writtenAt = place;
		} else if (event.kind === 'note-tagged') {
			about(event.noteId).tag = event;
		} else if (event.kind === 'note-removed') {
			about(event.noteId).removedAt = place;
		}
	});
	return notes;
}

function offset(at: Instant, startedAt: Instant | null): number {
	return startedAt ? Math.max(0, Date.parse(at) - Date.parse(startedAt)) : 0;
}

/** Of several wordings the last one stands; the others stay beside it. */
function asNote(id: string, about: About, startedAt: Instant | null): TalkNote | undefined {
	const { made, changes, tag } = about;
	const texts = [...(made ? [made.text] : []), ...changes.map((change) => change.text)];
	const text = texts.at(-1);
	// A change may arrive before its note: its words are shown all the same.
	const at = made?.at ?? changes[0]?.at;
	if (text === undefined || at === undefined) return undefined;
	return {
		id,
		at,
		offsetMs: offset(at, startedAt),
		text,
		tag: tag ? tag.tag : (made?.tag ?? null),
		question: made?.question ?? null,
		earlier: [...new Set(texts)].filter((each) => each !== text)
	};
}

/**
 * The notes of a talk. Two phones that change one note lose no word: the later wording stands, the
 * earlier stays in `earlier`; a note that is written again after it was taken away is back.
 * @param ordered a log in its order, see `inOrder`
 */
export function notesOf(ordered: readonly TalkEvent[], startedAt: Instant | null): Notes {
	const found: Notes = { notes: [], removed: [] };
	for (const [id, about] of gather(ordered)) {
		const note = asNote(id, about, startedAt);
		if (!note) continue;
		(about.removedAt > about.writtenAt ? found.removed : found.notes).push(note);
	}
	const byMoment = (one: TalkNote, other: TalkNote): number =>
		one.at < other.at ? -1 : one.at > other.at ? 1 : one.id < other.id ? -1 : 1;
	return { notes: found.notes.sort(byMoment), removed: found.removed.sort(byMoment) };
}
