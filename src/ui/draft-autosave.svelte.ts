import { tryAgain } from './saved-text.ts';

/** Milliseconds of quiet after which a draft is kept [D]. */
const QUIET = 1200;

/**
 * Keeps a text while it is written. The form works without it; with it, leaving the page loses
 * nothing. A draft that another window changed is never written over.
 */
export class Autosave<Text extends object> {
	/** when the draft was last kept */
	changedAt = $state<string>();
	/** what to say where it could not be kept */
	sentence = $state<string>();
	waiting = $state(false);
	readonly #address: string;
	readonly #fixed: object;
	#text: Text | undefined;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#stopped = false;
	#last = Promise.resolve();

	/** @param address where the text is put; @param fixed what goes along each time */
	constructor(address: string, fixed: object, changedAt: string | undefined) {
		this.#address = address;
		this.#fixed = fixed;
		this.changedAt = changedAt;
	}

	/** Notes what was typed; it is kept after a moment of quiet. */
	note(text: Text): void {
		if (this.#stopped) return;
		this.#text = text;
		this.waiting = true;
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => void this.#keep(), QUIET);
	}

	/** Keeps at once what waits, for when the page goes away. */
	flush(): void {
		if (this.waiting && !this.#stopped) void this.#keep();
	}

	/** The form goes out by itself now and brings the text along. */
	stop(): void {
		this.#stopped = true;
		clearTimeout(this.#timer);
	}

	/** One after the other: each goes along with the date that the one before it brought. */
	#keep(): Promise<void> {
		clearTimeout(this.#timer);
		this.#last = this.#last.then(() => this.#put());
		return this.#last;
	}

	async #put(): Promise<void> {
		const text = this.#text;
		if (!text) return;
		this.#text = undefined;
		this.sentence = await this.#send(text);
		// What could not be kept waits for the next chance, unless more was typed since.
		if (this.sentence) this.#text ??= text;
		this.waiting = this.#text !== undefined;
	}

	/** @returns what to say where it was not kept */
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
				return 'You are signed out. Your text stands here; sign in in another window.';
			}
			const answer = (await response.json()) as { changedAt?: string; sentence?: string };
			if (answer.changedAt) this.changedAt = answer.changedAt;
			return response.ok ? undefined : (answer.sentence ?? tryAgain);
		} catch {
			return tryAgain;
		}
	}
}
