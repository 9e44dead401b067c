import type { LiveTalk } from './device/live-talk.svelte.ts';
import type { TalkNote } from './rules/notes.ts';
import type { Tag } from './rules/tags.ts';

/**
 * State of the note field: its text, and the note selected to be tagged, changed or removed. While a note
 * is selected, the text that was being typed is set apart and restored afterwards.
 */
export class NoteEditor {
	words = $state('');
	chosenId = $state<string>();
	#aside = '';
	readonly #live: LiveTalk;

	readonly chosen = $derived.by(() =>
		this.#live.state.notes.find(({ id }) => id === this.chosenId)
	);
	/** the note that a tag applies to: the selected one, else the last */
	readonly marked: TalkNote | undefined = $derived.by(
		() => this.chosen ?? this.#live.state.notes.at(-1)
	);

	/** whether the field has text for a new note */
	readonly hasNew = $derived.by(() => !this.chosen && this.words.trim() !== '');

	/** @param chosenId id of the selected note, from the URL */
	constructor(live: LiveTalk, chosenId: string | undefined) {
		this.#live = live;
		this.chosenId = chosenId;
		this.words = this.chosen?.text ?? '';
	}

	/** Restores the unfinished note; does not replace text typed meanwhile. */
	restore(draft: string): void {
		const typed = this.chosen ? this.#aside : this.words;
		// Text was typed before the log was open: the older draft becomes a note of its own.
		if (typed && draft && !typed.startsWith(draft)) void this.#live.addNote(draft);
		const words = typed || draft;
		if (this.chosen) this.#aside = words;
		else this.words = words;
		if (words !== draft) this.#live.type(words);
	}

	type(words: string): void {
		this.words = words;
		if (!this.chosen) this.#live.type(words);
	}

	choose(id: string): void {
		if (this.chosenId === id) return this.letGo();
		if (!this.chosen) this.#aside = this.words;
		this.chosenId = id;
		this.words = this.chosen?.text ?? '';
	}

	letGo(): void {
		if (!this.chosenId) return;
		this.chosenId = undefined;
		this.words = this.#aside;
		this.#aside = '';
	}

	/** Saves the text of the field: as a new note, optionally tagged, or as the text of the selected note. */
	keep(tag: Tag | null = null): void {
		const words = this.words.trim();
		const { chosen } = this;
		if (words === '') return;
		if (!chosen) {
			this.words = '';
			void this.#live.addNote(words, tag);
			return;
		}
		if (words !== chosen.text) {
			void this.#live.happen({ kind: 'note-changed', noteId: chosen.id, text: words });
		}
		this.letGo();
	}

	/** Saves all typed text, including that set apart, before the field disappears. */
	keepAll(): void {
		if (this.words.trim() === '') this.letGo();
		else if (this.chosen) this.keep();
		this.keep();
	}

	/** Saves the text of the field with this tag. Without text, toggles the tag of the selected or last note. */
	mark(tag: Tag): void {
		if (this.hasNew) return this.keep(tag);
		const note = this.marked;
		if (!note) return;
		void this.#live.happen({
			kind: 'note-tagged',
			noteId: note.id,
			tag: note.tag === tag ? null : tag
		});
	}

	/** @returns the removed note, for an undo */
	remove(): TalkNote | undefined {
		const { chosen } = this;
		if (!chosen) return undefined;
		void this.#live.happen({ kind: 'note-removed', noteId: chosen.id });
		this.letGo();
		return chosen;
	}

	/** Restores a removed note, by writing its text again. */
	bringBack({ id, text }: TalkNote): void {
		void this.#live.happen({ kind: 'note-changed', noteId: id, text });
	}
}
