import type { TalkEvent } from '../rules/events.ts';
import { SignedOut, type StoredEvent, type StoredLog, type Receipt } from './stored-log.ts';
import { MemoryLog } from './memory-log.ts';

/**
 * Log that falls back to memory: if the disk is full, or the browser stores nothing, no note is lost.
 * Events that are only in memory are sent like the others.
 */
export class FallbackLog implements StoredLog {
	readonly #disk: StoredLog | undefined;
	readonly #memory = new MemoryLog();
	readonly #signedOut: (() => void) | undefined;
	#failed = false;

	/** @param signedOut called when a write is dropped because its owner has signed out */
	constructor(disk: StoredLog | undefined, signedOut?: () => void) {
		this.#disk = disk;
		this.#signedOut = signedOut;
	}

	/** whether some events are only in memory and lost with the page */
	get memoryOnly(): boolean {
		return this.#failed || !this.#disk;
	}

	async all(): Promise<StoredEvent[]> {
		return [...((await this.#disk?.all()) ?? []), ...(await this.#memory.all())];
	}

	append(event: TalkEvent, finishesDraft?: boolean): Promise<void> {
		return this.#try((log) => log.append(event, finishesDraft));
	}

	takeIn(events: readonly TalkEvent[]): Promise<void> {
		return this.#try((log) => log.takeIn(events));
	}

	async waiting(most: number): Promise<TalkEvent[]> {
		const stored = (await this.#disk?.waiting(most)) ?? [];
		return stored.length < most
			? [...stored, ...(await this.#memory.waiting(most - stored.length))]
			: stored;
	}

	async settle(receipts: readonly Receipt[]): Promise<void> {
		await this.#memory.settle(receipts);
		await this.#disk?.settle(receipts);
	}

	async draft(): Promise<string> {
		return (await this.#disk?.draft()) || this.#memory.draft();
	}

	saveDraft(text: string): Promise<void> {
		return this.#try((log) => log.saveDraft(text));
	}

	close(): void {
		this.#disk?.close();
	}

	async #try(write: (log: StoredLog) => Promise<void>): Promise<void> {
		if (this.#disk) {
			try {
				await write(this.#disk);
				return;
			} catch (error) {
				if (error instanceof SignedOut) return this.#signedOut?.();
				this.#failed = true;
			}
		}
		await write(this.#memory);
	}
}

/** Opens the log of a talk, in IndexedDB if available, else in memory. */
export async function openLog(
	owner: string,
	interviewId: string,
	signedOut: () => void
): Promise<FallbackLog> {
	try {
		const { IndexedLog } = await import('./indexed-log.ts');
		return new FallbackLog(await IndexedLog.open(owner, interviewId), signedOut);
	} catch {
		return new FallbackLog(undefined);
	}
}
