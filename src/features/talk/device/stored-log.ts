import type { TalkEvent } from '../rules/events.ts';
import type { Receipt } from '../schemas.ts';

export type { Receipt };

/** An event as stored on a device. */
export interface StoredEvent {
	event: TalkEvent;
	/** whether the server does not have it yet */
	waiting: boolean;
	/** reason why the server refused it; its text stays on the device */
	refused: string | undefined;
}

/** Thrown by writes when the owner of a log has signed out since it was opened. */
export class SignedOut extends Error {}

/** Storage of one talk of one explorer on a device. */
export interface StoredLog {
	/** all events, including known ones of other devices */
	all(): Promise<StoredEvent[]>;
	/** durable once it resolves; with `finishesDraft`, also deletes the unfinished note */
	append(event: TalkEvent, finishesDraft?: boolean): Promise<void>;
	/** stores events of the server */
	takeIn(events: readonly TalkEvent[]): Promise<void>;
	/** the oldest pending events, so many at most */
	waiting(most: number): Promise<TalkEvent[]>;
	settle(receipts: readonly Receipt[]): Promise<void>;
	/** the unfinished note */
	draft(): Promise<string>;
	saveDraft(text: string): Promise<void>;
	close(): void;
}
