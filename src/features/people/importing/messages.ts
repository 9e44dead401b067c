import type { Row } from '#server/db/tables.ts';
import type { Mapping, Unreadable } from '../reading/connections.ts';

/** What the worker is given: a file, and what its columns are where somebody had to say so. */
export interface FileToRead {
	bytes: Uint8Array;
	mapping: Mapping | undefined;
	/** people in a batch */
	batchSize: number;
}

/** The columns of a person of the file, with everything that can be computed without the address book. */
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
	/** by which they are found */
	words: string;
}

/** What the worker says first; batches follow only where people were read. */
export type FirstWord =
	| { kind: 'read'; people: number; unreadable: Unreadable[]; unreadableCount: number }
	| { kind: 'no-header'; header: string[]; sample: string[][] }
	| { kind: 'nobody'; sentence: string; header: string[]; sample: string[][] }
	| { kind: 'refused'; sentence: string };

/** Asked for one batch at a time, so that neither side gathers what the other cannot take. */
export type Ask = 'next';
export type Batch = ReadPerson[];
