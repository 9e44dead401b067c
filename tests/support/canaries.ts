import { instanceTables } from '#server/db/tables.ts';
import type { Value } from '#server/transfer/export-format.ts';
import { emptyDatabase, knownSchemas } from '#server/transfer/schema.ts';
import { newId } from '#server/tokens.ts';
import { rowRules } from '#surfaces/all-row-rules.ts';
import type { Raw } from './raw.ts';

/** Values of columns that accept certain values only. */
const words: Record<string, string> = {
	// Expired rows would be deleted before a test reads them.
	'toasts.created_at': '2199-12-31T00:00:00.000Z',
	'self_notes.kind': 'strength',
	'readiness_statements.kind': 'asking-anyway',
	'imports.source': 'linkedin',
	'imports.file_hash': 'ab'.repeat(32),
	'people.source': 'hand',
	'organizations.kind': 'school',
	'interviews.channel': 'direct',
	'sources.kind': 'partner',
	'sources.url': 'https://canary.example/',
	'messages.purpose': 'request',
	'templates.purpose': 'request',
	'templates.channel': 'direct',
	'keys.effects': 'read',
	'suppressions.hash': 'canary-canary-canary-canary-canary-canary-c',
	'suppressions.because': 'forgotten',
	'people.email': 'canary@people.example',
	'people.profile': 'linkedin.com/in/canary',
	'suppressions.keyed_by': 'workspace',
	'meetings.medium': 'phone',
	'meetings.wall_time': '2026-11-20T09:00',
	'meetings.partner_zone': 'Europe/Lisbon',
	'core_questions.about': 'enjoy',
	'talk_events.kind': 'note',
	'talk_events.body': '{"text":"canary note"}',
	'insights.aspect': 'day-to-day',
	'insights.stance': 'for',
	'favours.direction': 'from-partner',
	'decisions.outcome': 'test-further',
	'decisions.evidence':
		'{"talks":0,"insights":0,"score":null,"heard":"nothing","criteria":[],"dealBreakers":[],"firstTalkAt":null,"lastTalkAt":null,"before":{"seat":1,"lookAgainOn":null}}',
	'decisions.next_rung': 'shadow',
	'experiments.rung': 'shadow',
	'consultations.shares': '[]'
};

interface Column {
	name: string;
	type: string;
	notnull: number;
}

export interface Seeded {
	/** id of the row in each table */
	ids: Record<string, string>;
	/** part of every text of the workspace */
	canary: string;
}

function valueFor(
	table: string,
	column: Column,
	canary: string
): string | number | Uint8Array | null {
	const { name } = column;
	const word = words[`${table}.${name}`];
	if (word) return word;
	if (name === 'minutes') return 15;
	// Optional dates stay empty, so that the row is in its most active state.
	if (/_(at|since)$/.test(name) && column.notnull === 0) return null;
	if (/(^|_)at$|^since$/.test(name)) return '2026-11-20T08:00:00.000Z';
	if (/_day$|^day$|_on$/.test(name)) return '2027-01-04';
	if (/INTEGER/i.test(column.type)) return name === 'seat' ? 1 : 1;
	if (/BLOB/i.test(column.type)) return new TextEncoder().encode(canary);
	if (
		column.notnull === 0 &&
		/^(zone|mapping|header|closed_because|sent_through|failure|core|answer|known_source_id|criterion_id|interview_id)$/.test(
			name
		)
	)
		return null;
	if (name === 'zone') return 'Europe/Lisbon';
	if (/_id$/.test(name)) return newId();
	if (name === 'effects') return 'read';
	return `${canary} ${table} ${name}`;
}

let known: ReturnType<typeof readStructure> | undefined;

function structure() {
	return (known ??= readStructure());
}

/** Tables of workspaces with columns and foreign keys, read from the migrated schema. */
function readStructure() {
	const file = emptyDatabase(knownSchemas().at(-1) ?? '');
	try {
		return file
			.prepare("select name from sqlite_schema where type = 'table'")
			.all()
			.map((row) => String(row.name))
			.filter((name) => !/^(sqlite_|people_search_)/.test(name) && !instanceTables.has(name))
			.map((name) => ({
				name,
				columns: file
					.prepare('select name, type, "notnull" from pragma_table_info(?)')
					.all(name) as unknown as Column[],
				references: file
					.prepare(
						'select "table" as target, "from" as name, "to" as targetColumn from pragma_foreign_key_list(?)'
					)
					.all(name) as unknown as { target: string; name: string; targetColumn: string }[]
			}));
	} finally {
		file.close();
	}
}

/**
 * Inserts one row into every table of a workspace, made from the schema, so that a new table is
 * covered without a change here.
 */
export async function seedEveryTable(
	raw: Raw,
	workspaceId: string,
	canary: string
): Promise<Seeded> {
	const tables = structure();
	const ids: Record<string, string> = {};
	for (const { name } of tables) ids[name] = newId();
	await raw.inOne(async () => {
		for (const { name: table, columns, references } of tables) {
			const made = (column: Column): Value => {
				if (column.name === 'workspace_id') return workspaceId;
				if (column.name === 'id') return ids[table] ?? '';
				const reference = references.find(
					({ name, targetColumn }) => name === column.name && targetColumn === 'id'
				);
				// Added by hand, so that it is visible without an import.
				if (reference?.target === 'imports' && table === 'people') return null;
				if (reference) return ids[reference.target] ?? '';
				if (column.name === 'person_id') return ids.people ?? '';
				return valueFor(table, column, canary);
			};
			const row = Object.fromEntries(columns.map((column) => [column.name, made(column)]));
			const complete = { ...row, ...rowRules[table]?.derived?.(row) };
			const values = columns.map(({ name }) => complete[name] ?? null);
			const names = columns.map(({ name }) => `"${name}"`).join(', ');
			const marks = columns.map(() => '?').join(', ');
			await raw.run(`insert into ${table} (${names}) values (${marks})`, ...values);
		}
	});
	return { ids, canary };
}

/** All rows of a workspace as one text, for comparisons. */
export async function contentsOf(raw: Raw, workspaceId: string): Promise<string> {
	if (raw.engine === 'postgres') return contentsAtOnce(raw, workspaceId);
	const contents: unknown[] = [];
	for (const { name, columns } of structure()) {
		const names = columns.map((column) => `"${column.name}"`).join(', ');
		const sql = `select ${names} from ${name} where workspace_id = ? order by 1, 2, 3`;
		contents.push([name, await raw.all(sql, workspaceId)]);
	}
	return JSON.stringify(contents);
}

/** One query instead of one per table, because each is a round trip. */
async function contentsAtOnce(raw: Raw, workspaceId: string): Promise<string> {
	const parts = structure().map(
		({ name }) =>
			`select '${name}' as name, string_agg(t::text, chr(10) order by t::text) as rows from ${name} t where workspace_id = $1`
	);
	const rows = await raw.all(parts.join(' union all '), workspaceId);
	return JSON.stringify(rows);
}
