import { randomBytes } from 'node:crypto';
import { makeId } from '#kernel/id.ts';
import { Refusal } from '#kernel/refusal.ts';
import { answerParent } from '#server/subprocess-entry.ts';
import type { Ask, Batch, FileToRead, FirstMessage, ReadPerson } from './importing/messages.ts';
import { mostRejected } from './reading/limits.ts';
import { keyed, type KeyedConnection } from './reading/people.ts';
import { readUpload } from './reading/upload.ts';
import { searchWords } from './rules/search-plan.ts';

/**
 * Entry point of the subprocess that reads an uploaded file: unpacks, decodes, parses and folds it.
 * Its first message is a `FirstMessage`; then it sends one batch for each `next`.
 */
/** random bytes of one id */
const idBytes = 10;

let people: KeyedConnection[] = [];

function firstMessage({ bytes, mapping }: FileToRead): FirstMessage {
	try {
		const read = readUpload(bytes, mapping);
		if (!read.ok) {
			const { header, sample, sentence } = read;
			return read.reason === 'no-header'
				? { kind: 'no-header', header, sample }
				: { kind: 'nobody', header, sample, sentence };
		}
		// Sorted by the index key, a batch touches few index pages: writing takes a third of the time.
		people = read.rows.map(keyed).sort((a, b) => (a.nameKey < b.nameKey ? -1 : 1));
		return {
			kind: 'read',
			people: people.length,
			unreadable: read.unreadable.slice(0, mostRejected),
			unreadableCount: read.unreadable.length
		};
	} catch (error) {
		if (error instanceof Refusal) return { kind: 'refused', sentence: error.sentence };
		throw error;
	}
}

/** Row of a person, always with the same columns in the same order, so that one SQL text serves all batches. */
function written({ connection, ...keys }: KeyedConnection, id: string): ReadPerson {
	const { name, givenName, familyName, email, profile, company, position } = connection;
	return {
		id,
		name,
		given_name: givenName,
		family_name: familyName,
		name_key: keys.nameKey,
		family_key: keys.familyKey,
		email: email ?? null,
		profile: profile ?? null,
		company,
		position,
		connected_on: connection.connectedOn ?? null,
		words: searchWords(keys.nameKey, keys.companyKey, keys.positionKey)
	};
}

/** Makes ids for a batch from one draw of random bytes, at a tenth of the cost of a draw for each id. */
function newIds(count: number): (at: number) => string {
	const random = randomBytes(idBytes * count);
	const now = Date.now();
	return (at) => makeId(now, random.subarray(at * idBytes, (at + 1) * idBytes));
}

let batchSize = 0;
let given = 0;

function nextBatch(): Batch {
	const next = people.slice(given, given + batchSize);
	const idOf = newIds(next.length);
	given += batchSize;
	return next.map((person, at) => written(person, idOf(at)));
}

answerParent((question: FileToRead | Ask): FirstMessage | Batch => {
	if (question === 'next') return nextBatch();
	({ batchSize } = question);
	// The process is reused: reset the state of the file before.
	[people, given] = [[], 0];
	return firstMessage(question);
});
