import type { StoredLog } from './stored-log.ts';

/**
 * Keeps the note that is being typed with every keystroke. While one write is on its way to the
 * disk only the newest text waits behind it, so that fast typing never piles up.
 */
export class DraftKeeper {
	readonly #log: Pick<StoredLog, 'keepDraft'>;
	#next: string | undefined;
	#writing: Promise<void> | undefined;

	constructor(log: Pick<StoredLog, 'keepDraft'>) {
		this.#log = log;
	}

	/** @returns when this text, or a newer one, is on the disk */
	note(text: string): Promise<void> {
		this.#next = text;
		this.#writing ??= this.#write().finally(() => {
			this.#writing = undefined;
		});
		return this.#writing;
	}

	/** The note is kept as a note now; nothing older may come back as a draft. */
	async settle(): Promise<void> {
		this.#next = undefined;
		await this.#writing;
	}

	async #write(): Promise<void> {
		while (this.#next !== undefined) {
			const text = this.#next;
			this.#next = undefined;
			await this.#log.keepDraft(text);
		}
	}
}
