import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { TalkEvent } from '../rules/events.ts';
import { freshId } from './stored-events.ts';
import { SignedOut, type StoredEvent, type StoredLog, type Receipt } from './stored-log.ts';

/** A stored event. Keys begin with the owner, so that accounts on one device are separate. */
export interface Row {
	owner: string;
	interviewId: string;
	id: string;
	event: TalkEvent;
	/** increasing number on this device, so that events are sent in order */
	place: number;
	/** set until the server has the event; the index contains only rows that have it */
	waiting?: 1;
	refused?: string;
}

/** The unfinished note of a talk. */
export interface DraftRow {
	owner: string;
	interviewId: string;
	text: string;
}

/**
 * Session of an owner on this device, from the first log opened until the owner signs out. A log writes
 * only while the mark equals that at its opening, so that a tab left open stores nothing after sign-out.
 */
interface SessionRow {
	owner: string;
	mark: string;
}

interface Schema extends DBSchema {
	sessions: {
		key: string;
		value: SessionRow;
	};
	events: {
		key: [string, string];
		value: Row;
		indexes: { talk: [string, string]; waiting: [string, string, 1, number] };
	};
	drafts: {
		key: [string, string];
		value: DraftRow;
	};
}

export type TalksDatabase = IDBPDatabase<Schema>;

const NAME = 'imago-talks';
/** Writes are flushed to disk before they complete, so that they survive a power loss. */
const strict = { durability: 'strict' } as const;

/** @throws if the browser does not allow storage, for example in a private window */
export function openTalks(): Promise<TalksDatabase> {
	return openDB<Schema>(NAME, 2, {
		upgrade(database, before) {
			database.createObjectStore('sessions', { keyPath: 'owner' });
			if (before > 0) return;
			const events = database.createObjectStore('events', { keyPath: ['owner', 'id'] });
			events.createIndex('talk', ['owner', 'interviewId']);
			events.createIndex('waiting', ['owner', 'interviewId', 'waiting', 'place']);
			database.createObjectStore('drafts', { keyPath: ['owner', 'interviewId'] });
		},
		// Closes the connection so that a newer version of the page can upgrade the database.
		blocking: (_before, _after, { target }) => (target as IDBDatabase).close()
	});
}

/** @returns the mark of the present session, or of a new one */
async function joinSession(database: TalksDatabase, owner: string): Promise<string> {
	const { store, done } = database.transaction('sessions', 'readwrite');
	const row = (await store.get(owner)) ?? { owner, mark: freshId() };
	await Promise.all([store.put(row), done]);
	return row.mark;
}

/** Log of one talk of one explorer in IndexedDB. */
export class IndexedLog implements StoredLog {
	readonly #database: TalksDatabase;
	readonly #owner: string;
	readonly #interviewId: string;
	readonly #mark: string | undefined;
	#place: number;

	/** @throws if the browser does not allow storage, for example in a private window */
	static async open(owner: string, interviewId: string): Promise<IndexedLog> {
		const database = await openTalks();
		return new IndexedLog(database, owner, interviewId, await joinSession(database, owner));
	}

	/** @param mark of the session; without one the log is read-only, for sending what is stored */
	constructor(database: TalksDatabase, owner: string, interviewId: string, mark?: string) {
		this.#database = database;
		this.#owner = owner;
		this.#interviewId = interviewId;
		this.#mark = mark;
		this.#place = Date.now();
	}

	async all(): Promise<StoredEvent[]> {
		const rows = await this.#database.getAllFromIndex('events', 'talk', [
			this.#owner,
			this.#interviewId
		]);
		return rows.map(({ event, waiting, refused }) => ({
			event,
			waiting: waiting !== undefined,
			refused
		}));
	}

	async append(event: TalkEvent, finishesDraft = false): Promise<void> {
		const write = this.#database.transaction(['sessions', 'events', 'drafts'], 'readwrite', strict);
		this.#allow(await write.objectStore('sessions').get(this.#owner));
		this.#place += 1;
		const row: Row = { ...this.#rowOf(event), place: this.#place, waiting: 1 };
		await Promise.all([
			write.objectStore('events').put(row),
			...(finishesDraft
				? [write.objectStore('drafts').delete([this.#owner, this.#interviewId])]
				: []),
			write.done
		]);
	}

	async takeIn(events: readonly TalkEvent[]): Promise<void> {
		const write = this.#database.transaction(['sessions', 'events'], 'readwrite');
		this.#allow(await write.objectStore('sessions').get(this.#owner));
		const store = write.objectStore('events');
		await Promise.all([...events.map((event) => store.put(this.#rowOf(event))), write.done]);
	}

	waiting(most: number): Promise<TalkEvent[]> {
		const mine = [this.#owner, this.#interviewId, 1] as const;
		const range = IDBKeyRange.bound([...mine, 0], [...mine, Infinity]);
		return this.#database
			.getAllFromIndex('events', 'waiting', range, most)
			.then((rows) => rows.map(({ event }) => event));
	}

	async settle(receipts: readonly Receipt[]): Promise<void> {
		const write = this.#database.transaction('events', 'readwrite', strict);
		for (const { id, accepted, sentence } of receipts) {
			const row = await write.store.get([this.#owner, id ?? '']);
			if (!row?.waiting) continue;
			const { waiting, ...settled } = row;
			void waiting;
			await write.store.put(accepted ? settled : { ...settled, refused: sentence ?? '' });
		}
		await write.done;
	}

	async draft(): Promise<string> {
		const row = await this.#database.get('drafts', [this.#owner, this.#interviewId]);
		return row?.text ?? '';
	}

	async saveDraft(text: string): Promise<void> {
		const write = this.#database.transaction(['sessions', 'drafts'], 'readwrite', strict);
		this.#allow(await write.objectStore('sessions').get(this.#owner));
		const place = { owner: this.#owner, interviewId: this.#interviewId };
		await Promise.all([write.objectStore('drafts').put({ ...place, text }), write.done]);
	}

	close(): void {
		this.#database.close();
	}

	/** Checks the session within the transaction of each write, so that no sign-out can come between. */
	#allow(session: SessionRow | undefined): void {
		if (session === undefined || session.mark !== this.#mark) throw new SignedOut();
	}

	#rowOf(event: TalkEvent): Row {
		return {
			owner: this.#owner,
			interviewId: this.#interviewId,
			id: event.id,
			event,
			place: 0
		};
	}
}
