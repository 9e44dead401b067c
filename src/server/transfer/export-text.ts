import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { createGzip } from 'node:zlib';
import { missing } from '#kernel/refusal.ts';
import type { Scope } from '../scope.server.ts';
import { rowsByKey, type Row } from './rows-by-key.ts';
import { about, formatName, formatVersion, workspaceColumns } from './export-format.ts';
import type { WorkspaceSchema } from './schema.ts';

/** characters of one chunk */
const chunkLength = 64 * 1024;

async function headOf(scope: Scope): Promise<Row> {
	const row = await scope.db
		.selectFrom('workspaces')
		.select(workspaceColumns)
		.where('id', '=', scope.workspaceId)
		.executeTakeFirst();
	if (!row) throw missing('account');
	return row;
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
		const columns = table.columns.map(({ name }) => name);
		for await (const row of rowsByKey(scope, table, columns).stream()) {
			yield between + JSON.stringify(row, replacer);
			between = ',\n';
		}
		yield between === '\n' ? ']' : '\n]';
	}
	yield '\n}';
}

/**
 * The workspace as one JSON document, one row per line, byte for byte the same while nothing
 * changes. Its last line is the SHA-256 sum of everything before it, by which damage is detected.
 * @param scope on a snapshot (see `snapshot.ts`)
 */
export async function* exportText(scope: Scope, schema: WorkspaceSchema): AsyncGenerator<string> {
	const sum = createHash('sha256');
	let chunk = '';
	for await (const line of lines(scope, schema)) {
		chunk += line;
		if (chunk.length < chunkLength) continue;
		sum.update(chunk);
		yield chunk;
		chunk = '';
	}
	sum.update(chunk);
	yield `${chunk},\n"sum":"${sum.digest('hex')}"\n}\n`;
}

/**
 * The document as bytes.
 * @param packed whether it is compressed with gzip, to about a fifth
 */
export function exportBytes(
	scope: Scope,
	schema: WorkspaceSchema,
	packed: boolean
): AsyncIterable<Uint8Array> {
	const text = Readable.from(exportText(scope, schema), { objectMode: false });
	return packed ? text.pipe(createGzip()) : text;
}
