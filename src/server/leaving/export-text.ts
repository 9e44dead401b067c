import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { createGzip } from 'node:zlib';
import type { Kysely } from 'kysely';
import { missing } from '#kernel/refusal.ts';
import type { Scope } from '../scope.server.ts';
import { about, formatName, formatVersion, workspaceColumns, type Value } from './format.ts';
import type { Table, WorkspaceSchema } from './schema.ts';

/** characters that are handed over together */
const pieceLength = 64 * 1024;

type Row = Record<string, Value>;
type AnyTables = Record<string, Row>;

async function headOf(scope: Scope): Promise<Row> {
	const row = await scope.db
		.selectFrom('workspaces')
		.select(workspaceColumns)
		.where('id', '=', scope.workspaceId)
		.executeTakeFirst();
	if (!row) throw missing('account');
	return row;
}

/** The rows of one table by its key; texts sort bytewise in both engines. */
function rowsOf(scope: Scope, table: Table): AsyncIterable<Row> {
	// The names come from the schema, which no type of ours knows.
	const db = scope.db as unknown as Kysely<AnyTables>;
	return table.key
		.reduce(
			(query, column) => query.orderBy(column),
			db
				.selectFrom(table.name)
				.select(table.columns.map(({ name }) => name))
				.where('workspace_id', '=', scope.workspaceId)
		)
		.stream();
}

function inJson(_: string, value: unknown): unknown {
	return value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value;
}

async function* lines(scope: Scope, schema: WorkspaceSchema): AsyncGenerator<string> {
	const head = { format: formatName, version: formatVersion, about, schema: schema.name };
	yield `${JSON.stringify(head).slice(0, -1)},\n`;
	yield `"workspace":${JSON.stringify(await headOf(scope))},\n"tables":{`;
	for (const [at, table] of schema.tables.entries()) {
		yield `${at > 0 ? ',' : ''}\n"${table.name}":[`;
		const replacer = table.columns.some(({ type }) => type === 'blob') ? inJson : undefined;
		let between = '\n';
		for await (const row of rowsOf(scope, table)) {
			yield between + JSON.stringify(row, replacer);
			between = ',\n';
		}
		yield between === '\n' ? ']' : '\n]';
	}
	yield '\n}';
}

/**
 * The whole workspace as one JSON document, a row a line: the same bytes each time while nothing
 * changes. Its last line is the sum of all before it, by which damage shows.
 * @param scope whose reader stands still meanwhile (see `snapshot.ts`)
 */
export async function* exportText(scope: Scope, schema: WorkspaceSchema): AsyncGenerator<string> {
	const sum = createHash('sha256');
	let piece = '';
	for await (const line of lines(scope, schema)) {
		piece += line;
		if (piece.length < pieceLength) continue;
		sum.update(piece);
		yield piece;
		piece = '';
	}
	sum.update(piece);
	yield `${piece},\n"sum":"${sum.digest('hex')}"\n}\n`;
}

/** The document as bytes. @param packed by gzip, about a fifth of it */
export function exportBytes(
	scope: Scope,
	schema: WorkspaceSchema,
	packed: boolean
): AsyncIterable<Uint8Array> {
	const text = Readable.from(exportText(scope, schema), { objectMode: false });
	return packed ? text.pipe(createGzip()) : text;
}
