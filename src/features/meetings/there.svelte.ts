/** Milliseconds of quiet before a time is looked at [D]. */
const QUIET = 250;

interface Answer {
	fits: boolean;
	sentence: string;
	field: string | null;
}

/**
 * Says beside the fields what a time is on the other clock, while it is typed. The page works
 * without it: saving says the same.
 */
export class There {
	answer = $state<Answer>();
	readonly #address: string;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#last: AbortController | undefined;

	/** @param address where a time is asked about */
	constructor(address: string) {
		this.#address = address;
	}

	/** The form changed; a time that is not whole yet is not asked about. */
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
			// Without the network the page says it when it is saved.
			this.answer = undefined;
		}
	}
}
