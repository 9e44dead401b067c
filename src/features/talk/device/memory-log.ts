import type { TalkEvent } from '../rules/events.ts';
import type { StoredEvent, StoredLog, Receipt } from './stored-log.ts';

/** Log in memory, for browsers without storage; lost with the page. */
export class MemoryLog implements StoredLog {
	readonly #events = new Map<string, StoredEvent>();
	#draft = '';

	async all(): Promise<StoredEvent[]> {
		return [...this.#events.values()];
	}

	async append(event: TalkEvent, finishesDraft = false): Promise<void> {
		this.#events.set(event.id, { event, waiting: true, refused: undefined });
		if (finishesDraft) this.#draft = '';
	}

	async takeIn(events: readonly TalkEvent[]): Promise<void> {
		for (const event of events) {
			this.#events.set(event.id, { event, waiting: false, refused: undefined });
		}
	}

	async waiting(most: number): Promise<TalkEvent[]> {
		const pending = [...this.#events.values()].filter(({ waiting }) => waiting);
		return pending.slice(0, most).map(({ event }) => event);
	}

	async settle(receipts: readonly Receipt[]): Promise<void> {
		for (const { id, accepted, sentence } of receipts) {
			const stored = this.#events.get(id ?? '');
			if (!stored?.waiting) continue;
			const refused = accepted ? undefined : (sentence ?? '');
			this.#events.set(stored.event.id, { ...stored, waiting: false, refused });
		}
	}

	async draft(): Promise<string> {
		return this.#draft;
	}

	async saveDraft(text: string): Promise<void> {
		this.#draft = text;
	}

	close(): void {
		this.#events.clear();
	}
}
