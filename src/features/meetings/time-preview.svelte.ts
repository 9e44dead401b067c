/** Milliseconds after the last change before a time is sent [D]. */
const QUIET = 250;

interface Answer {
	fits: boolean;
	sentence: string;
	field: string | null;
}

/**
 * Shows beside the fields what an entered time is in the other side's zone. Optional: saving reports the
 * same problems.
 */
export class TimePreview {
	answer = $state<Answer>();
	readonly #address: string;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#last: AbortController | undefined;

	/** @param address address that converts a time */
	constructor(address: string) {
		this.#address = address;
	}

	/** Handles a change of the form; an incomplete time is not sent. */
	changed(form: HTMLFormElement): void {
		clearTimeout(this.#timer);
		const fields = new FormData(form);
		const said = ['day', 'time', 'clock', 'fold', 'partnerZone'].flatMap((name) => {
			const value = fields.get(name);
			return typeof value === 'string' && value !== '' ? [[name, value] as const] : [];
		});
		const asked = Object.fromEntries(said);
		if (!asked.day || !asked.time) {
			this.answer = undefined;
			return;
		}
		this.#timer = setTimeout(() => void this.#ask(asked), QUIET);
	}

	async #ask(asked: Record<string, string>): Promise<void> {
		const query = Object.entries(asked)
			.map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
			.join('&');
		this.#last?.abort();
		this.#last = new AbortController();
		try {
			const response = await fetch(`${this.#address}?${query}`, {
				signal: this.#last.signal,
				redirect: 'manual'
			});
			this.answer = response.ok ? ((await response.json()) as Answer) : undefined;
		} catch {
			// No network: problems are reported on saving.
			this.answer = undefined;
		}
	}
}
