import { Refusal, refuse, refuseInvalid } from '#kernel/refusal.ts';
import { entriesOf, isArchive, type Entry } from './archive.ts';
import { Budget } from './budget.ts';
import { decode } from './decode.ts';
import { extract } from './extract.ts';
import { findHeader } from './header.ts';
import { deepestNesting, longestCsv } from './limits.ts';

/** bytes of a CSV that are unpacked to examine its header */
const headerBytes = 32 * 1024;

interface Candidate {
	archive: Uint8Array;
	entry: Entry;
}

/**
 * Finds the connections file in an upload: the `Connections.csv` of a ZIP or of a ZIP nested in it;
 * else the CSV with the best matching header; else the only CSV. Bytes that are no ZIP are the CSV.
 * @throws Refusal that says why a ZIP cannot be read or has no such file; `people.csv-too-large`
 */
export function unpack(bytes: Uint8Array): Uint8Array {
	if (!isArchive(bytes)) return withinLimit(bytes);
	const budget = new Budget();
	const files = candidatesIn(bytes, budget, 1);
	const found = files.find(isNamed) ?? bestByHeader(files.filter(isCsv), budget);
	if (!found) throw noConnections;
	return withinLimit(extract(found.archive, found.entry, budget));
}

/** CSV files of an archive, outer ones first: of two with the same name, LinkedIn's is the less nested. */
function candidatesIn(archive: Uint8Array, budget: Budget, depth: number): Candidate[] {
	const own = entriesOf(archive, budget)
		.map((entry) => ({ archive, entry }))
		.sort((a, b) => depthOf(a.entry) - depthOf(b.entry));
	if (depth === deepestNesting || own.some(isNamed)) return own;
	const nested: Candidate[] = [];
	const refusals: Refusal[] = [];
	for (const { entry } of own) {
		if (!/\.zip$/i.test(entry.path)) continue;
		try {
			const inner = extract(archive, entry, budget);
			if (isArchive(inner)) nested.push(...candidatesIn(inner, budget, depth + 1));
		} catch (error) {
			// A damaged nested archive is skipped; one that exceeds the budget ends the upload.
			if (!(error instanceof Refusal) || error.kind === 'too-large') throw error;
			refusals.push(error);
		}
	}
	const files = [...own, ...nested];
	if (refusals[0] && !files.some(isCsv)) throw refusals[0];
	return files;
}

function depthOf(entry: Entry): number {
	return entry.path.split('/').length;
}

function isNamed({ entry }: Candidate): boolean {
	return /(?:^|\/)connections\.csv$/i.test(entry.path);
}

function isCsv({ entry }: Candidate): boolean {
	return /\.csv$/i.test(entry.path);
}

/** The file with the most known columns; other files of LinkedIn's export have names too. */
function bestByHeader(files: readonly Candidate[], budget: Budget): Candidate | undefined {
	let best: Candidate | undefined;
	let mostColumns = 0;
	for (const file of files) {
		const known = knownColumns(file, budget);
		if (known > mostColumns) {
			best = file;
			mostColumns = known;
		}
	}
	return best ?? (files.length === 1 ? files[0] : undefined);
}

function knownColumns({ archive, entry }: Candidate, budget: Budget): number {
	try {
		const header = findHeader(decode(extract(archive, entry, budget, headerBytes)));
		return header?.recognised ? Object.keys(header.columns).length : 0;
	} catch (error) {
		if (error instanceof Refusal && error.code === 'people.not-text') return 0;
		throw error;
	}
}

function withinLimit(bytes: Uint8Array): Uint8Array {
	if (bytes.length <= longestCsv) return bytes;
	throw refuse(
		'too-large',
		'people.csv-too-large',
		'This file is larger than 10 MB, the limit for one import. Nothing was imported. Choose the Connections.csv from LinkedIn, or split a long list into two files.'
	);
}

const noConnections = refuseInvalid(
	'people.zip-no-connections',
	'This ZIP does not contain a Connections.csv. Nothing was imported. On LinkedIn, request a copy of your data with "Connections" selected, and upload that ZIP.'
);
