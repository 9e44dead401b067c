import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import Papa from 'papaparse';
import { medianMillis } from './measure/figures.ts';
import { titles } from './season/titles.ts';

/** Rows per statement: 4,000 parameters, far below SQLite's limit. */
const rowsAtOnce = 500;
const columns = 7;

function openBare(folder: string): DatabaseSync {
	const file = new DatabaseSync(join(folder, 'bare.sqlite'));
	file.exec('pragma journal_mode = wal; pragma synchronous = full; pragma cache_size = -16000');
	return file;
}

/** The rows of the file, without the notes of LinkedIn above the header. */
export function parseBare(csv: string): string[][] {
	const { data } = Papa.parse<string[]>(csv, { skipEmptyLines: true });
	return data.slice(3).filter((row) => row.length === columns);
}

/** The minimal insert: seven columns and an id, one transaction, one fsync. */
function insertBare(file: DatabaseSync, rows: readonly string[][]): void {
	file.exec('drop table if exists people');
	file.exec(`create table people (id text primary key, given text not null, family text not null,
		url text not null, email text not null, company text not null, position text not null,
		connected text not null)`);
	const statementFor = (count: number) => {
		const values = Array.from({ length: count }, () => '(?, ?, ?, ?, ?, ?, ?, ?)').join(', ');
		return file.prepare(`insert into people values ${values}`);
	};
	const many = statementFor(rowsAtOnce);
	file.exec('begin');
	for (let from = 0; from < rows.length; from += rowsAtOnce) {
		const batch = rows.slice(from, from + rowsAtOnce);
		const statement = batch.length === rowsAtOnce ? many : statementFor(batch.length);
		statement.run(...batch.flatMap((row, at) => [idOf(from + at), ...row]));
	}
	file.exec('commit');
}

/** An id as long as a UUID, in the order of the rows, as those of Imago are. */
function idOf(index: number): string {
	return String(index).padStart(36, '0');
}

/** Milliseconds that papaparse and SQLite alone take for the file. */
export function importBare(csv: string, rounds: number): { parse: number; insert: number } {
	const folder = mkdtempSync(join(tmpdir(), 'imago-engine-'));
	const file = openBare(folder);
	const rows = parseBare(csv);
	const parse = medianMillis(rounds, 2, () => parseBare(csv));
	const insert = medianMillis(rounds, 1, () => insertBare(file, rows));
	file.close();
	rmSync(folder, { recursive: true, force: true });
	return { parse, insert };
}

export interface BareReads {
	/** milliseconds for the first 50 by name */
	list: number;
	/** milliseconds for 50 people whose words contain the search text */
	search: number;
	/** milliseconds for one pass over all titles in memory, against a dozen */
	titles: number;
}

function passOverTitles(csv: string): number {
	const wanted = titles.map((title) => title.toLowerCase());
	const positions = parseBare(csv).map((row) => (row[5] ?? '').toLowerCase());
	return medianMillis(20, 5, () => {
		positions.filter((position) => wanted.some((title) => position.includes(title)));
	});
}

/** Reading times of the engine alone, as the baseline for pages and search. */
export function readBare(csv: string): BareReads {
	const folder = mkdtempSync(join(tmpdir(), 'imago-engine-'));
	const file = openBare(folder);
	insertBare(file, parseBare(csv));
	file.exec(`
		create index people_by_name on people (given, family, id);
		create virtual table people_search using fts5 (
			person_id unindexed, words, tokenize = 'trigram', detail = 'none', columnsize = 0
		);
		insert into people_search (person_id, words)
			select id, given || ' ' || family || ' ' || company || ' ' || position from people`);
	const list = file.prepare('select * from people order by given, family, id limit 50');
	const search =
		file.prepare(`select people.* from people_search join people on people.id = people_search.person_id
		where people_search.words like ? order by people_search.rowid limit 50`);
	const reads = {
		list: medianMillis(300, 100, () => list.all()),
		search: medianMillis(300, 100, () => search.all('%lindho%')),
		titles: passOverTitles(csv)
	};
	file.close();
	rmSync(folder, { recursive: true, force: true });
	return reads;
}
