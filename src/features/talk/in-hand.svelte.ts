import type { LiveTalk } from './device/live-talk.svelte.ts';
import type { TalkNote } from './rules/notes.ts';
import type { Tag } from './rules/tags.ts';

/**
 * What the thumb is about to do: the words in the field, and the note that was chosen to be
 * marked, changed or taken away. Choosing a note sets the words being typed aside until it is let
 * go of.
 */
export class InHand {
	words = $state('');
	chosenId = $state<string>();
	#aside = '';
	readonly #live: LiveTalk;

	readonly chosen = $derived.by(() =>
		this.#live.state.notes.find(({ id }) => id === this.chosenId)
	);
	/** the note that a mark goes to: the chosen one, else the last */
	readonly marked: TalkNote | undefined = $derived.by(
		() => this.chosen ?? this.#live.state.notes.at(-1)
	);

	/** whether words stand in the field that no note has yet */
	readonly hasNew = $derived.by(() => !this.chosen && this.words.trim() !== '');

	/** @param chosenId as the address names one, without script */
	constructor(live: LiveTalk, chosenId: string | undefined) {
		this.#live = live;
		this.chosenId = chosenId;
		this.words = this.chosen?.text ?? '';
	}

	/** The words that were on their way when the page was left; never over what is typed by now. */
	restore(draft: string): void {
		const typed = this.chosen ? this.#aside : this.words;
		// Typed before the device's log was open: of two, the older becomes a note of its own.
		if (typed && draft && !typed.startsWith(draft)) void this.#live.keepNote(draft);
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

	/** Keeps what is typed: a new note, marked or not, or the chosen one in other words. */
	keep(tag: Tag | null = null): void {
		const words = this.words.trim();
		const { chosen } = this;
		if (words === '') return;
		if (!chosen) {
			this.words = '';
			void this.#live.keepNote(words, tag);
			return;
		}
		if (words !== chosen.text) {
			void this.#live.happen({ kind: 'note-changed', noteId: chosen.id, text: words });
		}
		this.letGo();
	}

	/** Keeps everything that is typed, the words set aside as well: the field is about to go. */
	keepAll(): void {
		if (this.words.trim() === '') this.letGo();
		else if (this.chosen) this.keep();
		this.keep();
	}

	/**
	 * Keeps the words in the field under this mark. Where there are none, marks the note in hand or
	 * the last one; the same mark again takes it off.
	 */
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

	/** @returns the note that went, to bring it back */
	remove(): TalkNote | undefined {
		const { chosen } = this;
		if (!chosen) return undefined;
		void this.#live.happen({ kind: 'note-removed', noteId: chosen.id });
		this.letGo();
		return chosen;
	}

	/** Writing a note again brings it back. */
	bringBack({ id, text }: TalkNote): void {
		void this.#live.happen({ kind: 'note-changed', noteId: id, text });
	}
}
