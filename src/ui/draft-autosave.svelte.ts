import { tryAgain } from './save-messages.ts';

/** Milliseconds without typing after which a draft is saved [D]. */
const SAVE_AFTER = 1200;

/**
 * Saves a draft while it is written; the form also works without it. A draft that another window has
 * changed is never overwritten.
 */
export class Autosave<Text extends object> {
	/** when the draft was last saved */
	changedAt = $state<string>();
	/** message where it could not be saved */
	sentence = $state<string>();
	waiting = $state(false);
	readonly #address: string;
	readonly #fixed: object;
	#text: Text | undefined;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#stopped = false;
	#last = Promise.resolve();

	/**
	 * @param address of the PUT request
	 * @param fixed fields that are sent with every request
	 * @param changedAt when the draft was last saved
	 */
	constructor(address: string, fixed: object, changedAt: string | undefined) {
		this.#address = address;
		this.#fixed = fixed;
		this.changedAt = changedAt;
	}

	/** Records the current text; it is saved after 1.2 seconds without typing. */
	note(text: Text): void {
		if (this.#stopped) return;
		this.#text = text;
		this.waiting = true;
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => void this.#save(), SAVE_AFTER);
	}

	/** Saves a pending text at once, for when the page is left. */
	flush(): void {
		if (this.waiting && !this.#stopped) void this.#save();
	}

	/** Stops saving, since the form is submitted now with the text. */
	stop(): void {
		this.#stopped = true;
		clearTimeout(this.#timer);
	}

	/** Saves one at a time: each request carries the `changedAt` of the one before. */
	#save(): Promise<void> {
		clearTimeout(this.#timer);
		this.#last = this.#last.then(() => this.#put());
		return this.#last;
	}

	async #put(): Promise<void> {
		const text = this.#text;
		if (!text) return;
		this.#text = undefined;
		this.sentence = await this.#send(text);
		// A text that could not be saved stays pending, unless a newer one replaced it.
		if (this.sentence) this.#text ??= text;
		this.waiting = this.#text !== undefined;
	}

	/** @returns the message where it was not saved */
	async #send(text: Text): Promise<string | undefined> {
		try {
			const response = await fetch(this.#address, {
				method: 'PUT',
				headers: { 'content-type': 'application/json' },
				body: JSON.stringify({ ...text, ...this.#fixed, changedAt: this.changedAt ?? null }),
				keepalive: true,
				redirect: 'manual'
			});
			if (response.type === 'opaqueredirect') {
				return 'Not saved: you are signed out. Your text is still here. Sign in again in another tab.';
			}
			const answer = (await response.json()) as { changedAt?: string; sentence?: string };
			if (answer.changedAt) this.changedAt = answer.changedAt;
			return response.ok ? undefined : (answer.sentence ?? tryAgain);
		} catch {
			return tryAgain;
		}
	}
}
