import type { Instant } from '#kernel/clock.ts';
import type { EventOf, TalkEvent } from './events.ts';
import type { NoteView } from '../schemas.ts';

/** A note of a talk, with its offset and the question that was shown. */
export interface TalkNote extends NoteView {
	/** former texts of the note, and concurrent ones of other devices */
	earlier: string[];
}

export interface Notes {
	/** in the order of creation */
	notes: TalkNote[];
	/** removed notes; their texts stay in the log */
	removed: TalkNote[];
}

/** All events about one note, in the order of the log. */
interface About {
	made?: EventOf<'note'>;
	changes: EventOf<'note-changed'>[];
	tag?: EventOf<'note-tagged'>;
	/** indexes in the log of the last change of text and of the last removal */
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

/** Combines the events of a note: the last text applies, the others go to `earlier`. */
function asNote(id: string, about: About, startedAt: Instant | null): TalkNote | undefined {
	const { made, changes, tag } = about;
	const texts = [...(made ? [made.text] : []), ...changes.map((change) => change.text)];
	const text = texts.at(-1);
	// A change may arrive before the event that made the note; its text is shown already.
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
 * The notes of a talk. If two devices change a note, the later text applies and the other one is kept in
 * `earlier`. A note whose text is written after its removal is restored.
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
