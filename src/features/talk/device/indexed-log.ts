import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { TalkEvent } from '../rules/events.ts';
import { freshId } from './stored-events.ts';
import { SignedOut, type StoredEvent, type StoredLog, type Receipt } from './stored-log.ts';

/** Everything stands under its owner, so that another account on the device sees none of it. */
export interface Row {
	owner: string;
	interviewId: string;
	id: string;
	event: TalkEvent;
	/** counts up on this device, so that what waits goes out in the order it came about */
	place: number;
	/** there while the server does not have it; only then the index knows it */
	waiting?: 1;
	refused?: string;
}

/** The note that was being typed in a talk. */
export interface DraftRow {
	owner: string;
	interviewId: string;
	text: string;
}

/**
 * Stands from the first log that is opened until the owner signs out. A log writes only while the
 * mark is the one it was opened with: a tab that stayed open puts nothing back.
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
/** The promise "loses no word" holds through a flat battery: written through to the disk. */
const strict = { durability: 'strict' } as const;

/** @throws where the browser keeps nothing, for example in a private window */
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
		// A newer page must not wait until this one is closed.
		blocking: (_before, _after, { target }) => (target as IDBDatabase).close()
	});
}

/** @returns the mark of the session that is going on, or of one that begins */
async function joinSession(database: TalksDatabase, owner: string): Promise<string> {
	const { store, done } = database.transaction('sessions', 'readwrite');
	const row = (await store.get(owner)) ?? { owner, mark: freshId() };
	await Promise.all([store.put(row), done]);
	return row.mark;
}

/** One explorer's log of one talk in the browser's own database. */
export class IndexedLog implements StoredLog {
	readonly #database: TalksDatabase;
	readonly #owner: string;
	readonly #interviewId: string;
	readonly #mark: string | undefined;
	#place: number;

	/** @throws where the browser keeps nothing, for example in a private window */
	static async open(owner: string, interviewId: string): Promise<IndexedLog> {
		const database = await openTalks();
		return new IndexedLog(database, owner, interviewId, await joinSession(database, owner));
	}

	/** @param mark without one this log sends what is there and takes nothing new */
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
		for (const { id, kept, sentence } of receipts) {
			const row = await write.store.get([this.#owner, id ?? '']);
			if (!row?.waiting) continue;
			const { waiting, ...settled } = row;
			void waiting;
			await write.store.put(kept ? settled : { ...settled, refused: sentence ?? '' });
		}
		await write.done;
	}

	async draft(): Promise<string> {
		const row = await this.#database.get('drafts', [this.#owner, this.#interviewId]);
		return row?.text ?? '';
	}

	async keepDraft(text: string): Promise<void> {
		const write = this.#database.transaction(['sessions', 'drafts'], 'readwrite', strict);
		this.#allow(await write.objectStore('sessions').get(this.#owner));
		const place = { owner: this.#owner, interviewId: this.#interviewId };
		await Promise.all([write.objectStore('drafts').put({ ...place, text }), write.done]);
	}

	close(): void {
		this.#database.close();
	}

	/** Asked inside of each write's own transaction, so that no sign-out comes between. */
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
