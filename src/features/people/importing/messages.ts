import type { Row } from '#server/db/tables.ts';
import type { Mapping, RejectedRow } from '../reading/connections-file.ts';

/** Input of the subprocess: a file, and the mapping of its columns if the explorer gave one. */
export interface FileToRead {
	bytes: Uint8Array;
	mapping: Mapping | undefined;
	/** people in a batch */
	batchSize: number;
}

/** Columns of a person read from the file, with all keys that can be computed without the address book. */
export interface ReadPerson extends Pick<
	Row<'people'>,
	| 'id'
	| 'name'
	| 'given_name'
	| 'family_name'
	| 'name_key'
	| 'family_key'
	| 'email'
	| 'profile'
	| 'company'
	| 'position'
	| 'connected_on'
> {
	/** folded text for the search */
	words: string;
}

/** First message of the subprocess; batches follow only after `kind: 'read'`. */
export type FirstMessage =
	| { kind: 'read'; people: number; unreadable: RejectedRow[]; unreadableCount: number }
	| { kind: 'no-header'; header: string[]; sample: string[][] }
	| { kind: 'nobody'; sentence: string; header: string[]; sample: string[][] }
	| { kind: 'refused'; sentence: string };

/** Request for one batch; pulling batches one at a time keeps queues short on both sides. */
export type Ask = 'next';
export type Batch = ReadPerson[];
