/** What version 2 of the export calls the tables and columns of version 1 (migration 0040). */
const renamed: Readonly<Record<string, string>> = {
	events: 'audit_events',
	gatherings: 'association_events',
	import_rows: 'rejected_rows',
	kept_out: 'suppressions',
	kept_out_key: 'suppression_key',
	kept_out_count: 'suppressed_count',
	gathering_id: 'event_id'
};
const former = Object.fromEntries(Object.entries(renamed).map(([was, is]) => [is, was]));
type Rows = Record<string, unknown>[];

const namesBy =
	(names: Readonly<Record<string, string>>) =>
	<Value>(record: Record<string, Value>): Record<string, Value> =>
		Object.fromEntries(Object.entries(record).map(([name, value]) => [names[name] ?? name, value]));

export interface Export {
	version: number;
	schema: string;
	workspace: Record<string, unknown>;
	tables: Record<string, Rows>;
}

function translated(json: Export, names: Readonly<Record<string, string>>, verb: [RegExp, string]) {
	const rename = namesBy(names);
	const rows = (each: Rows): Rows =>
		each.map((row) => ({
			...rename(row),
			...(typeof row.verb === 'string' ? { verb: row.verb.replace(...verb) } : {})
		}));
	const tables = Object.entries(rename(json.tables)).map(([name, each]) => [name, rows(each)]);
	return {
		workspace: rename(json.workspace),
		tables: Object.fromEntries(tables) as Export['tables']
	};
}

/** The workspace and rows of version 1 as version 2 has them. */
export const asVersion2 = (json: Export) => translated(json, renamed, [/^gatherings\./, 'events.']);

/** The workspace and rows of version 2 as version 1 had them. */
export const asVersion1 = (json: Export) => translated(json, former, [/^events\./, 'gatherings.']);
