import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { TalkEvent } from '../rules/events.ts';
import type { KeptEvent, KeptLog, Receipt } from './kept-log.ts';

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

interface Schema extends DBSchema {
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
	return openDB<Schema>(NAME, 1, {
		upgrade(database) {
			const events = database.createObjectStore('events', { keyPath: ['owner', 'id'] });
			events.createIndex('talk', ['owner', 'interviewId']);
			events.createIndex('waiting', ['owner', 'interviewId', 'waiting', 'place']);
			database.createObjectStore('drafts', { keyPath: ['owner', 'interviewId'] });
		}
	});
}

/** One explorer's log of one talk in the browser's own database. */
export class IndexedLog implements KeptLog {
	readonly #database: TalksDatabase;
	readonly #owner: string;
	readonly #interviewId: string;
	#place: number;

	/** @throws where the browser keeps nothing, for example in a private window */
	static async open(owner: string, interviewId: string): Promise<IndexedLog> {
		return new IndexedLog(await openTalks(), owner, interviewId);
	}

	constructor(database: TalksDatabase, owner: string, interviewId: string) {
		this.#database = database;
		this.#owner = owner;
		this.#interviewId = interviewId;
		this.#place = Date.now();
	}

	async all(): Promise<KeptEvent[]> {
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
		const write = this.#database.transaction(['events', 'drafts'], 'readwrite', strict);
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
		const write = this.#database.transaction('events', 'readwrite');
		await Promise.all([...events.map((event) => write.store.put(this.#rowOf(event))), write.done]);
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
		const write = this.#database.transaction('drafts', 'readwrite', strict);
		const place = { owner: this.#owner, interviewId: this.#interviewId };
		await Promise.all([write.store.put({ ...place, text }), write.done]);
	}

	close(): void {
		this.#database.close();
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
