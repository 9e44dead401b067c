import type { TalkEvent } from '../rules/events.ts';
import type { Receipt } from '../schemas.ts';

export type { Receipt };

/** An event as a device keeps it. */
export interface StoredEvent {
	event: TalkEvent;
	/** the server does not have it yet */
	waiting: boolean;
	/** why the server does not want it; its words stay here */
	refused: string | undefined;
}

/** The owner of a log has signed out since it was opened: nothing is written any more. */
export class SignedOut extends Error {}

/** Where a device keeps one talk of one explorer. */
export interface StoredLog {
	/** every event, those of other devices too as far as they are known here */
	all(): Promise<StoredEvent[]>;
	/** durable once it resolves; the unfinished note goes with it where it became one */
	append(event: TalkEvent, finishesDraft?: boolean): Promise<void>;
	/** takes in what the server has */
	takeIn(events: readonly TalkEvent[]): Promise<void>;
	/** the oldest that wait, so many at most */
	waiting(most: number): Promise<TalkEvent[]>;
	settle(receipts: readonly Receipt[]): Promise<void>;
	/** the note that is being typed */
	draft(): Promise<string>;
	keepDraft(text: string): Promise<void>;
	close(): void;
}
