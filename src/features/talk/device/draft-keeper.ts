import type { StoredLog } from './stored-log.ts';

/**
 * Stores the note being typed at every keystroke. During a write only the newest text is queued, so that
 * writes do not accumulate.
 */
export class DraftKeeper {
	readonly #log: Pick<StoredLog, 'saveDraft'>;
	#next: string | undefined;
	#writing: Promise<void> | undefined;

	constructor(log: Pick<StoredLog, 'saveDraft'>) {
		this.#log = log;
	}

	/** @returns resolves when this text, or a newer one, is stored */
	note(text: string): Promise<void> {
		this.#next = text;
		this.#writing ??= this.#write().finally(() => {
			this.#writing = undefined;
		});
		return this.#writing;
	}

	/** Waits for pending writes and drops the queue once the draft became a note, so that it is not restored. */
	async settle(): Promise<void> {
		this.#next = undefined;
		await this.#writing;
	}

	async #write(): Promise<void> {
		while (this.#next !== undefined) {
			const text = this.#next;
			this.#next = undefined;
			await this.#log.saveDraft(text);
		}
	}
}
