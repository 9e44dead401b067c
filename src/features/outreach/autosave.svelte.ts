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

	async #keep(): Promise<void> {
		clearTimeout(this.#timer);
		const text = this.#text;
		if (!text) return;
		this.#text = undefined;
		try {
			const response = await fetch(this.#address, {
				method: 'PUT',
				headers: { 'content-type': 'application/json' },
				body: JSON.stringify({ ...text, ...this.#fixed, changedAt: this.changedAt }),
				keepalive: true,
				redirect: 'manual'
			});
			if (response.type === 'opaqueredirect') {
				this.sentence = 'You are signed out. Your text stands here; sign in in another window.';
				return;
			}
			const answer = (await response.json()) as { changedAt?: string; sentence?: string };
			this.sentence = response.ok ? undefined : answer.sentence;
			if (answer.changedAt) this.changedAt = answer.changedAt;
		} catch {
			this.sentence = 'Not saved just now. Your text stands here; keep this page open.';
		}
		this.waiting = this.#text !== undefined;
	}
}
