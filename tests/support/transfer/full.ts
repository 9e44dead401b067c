import { closingReasons } from '#method/closing-reasons.ts';
import { channels } from '#method/channels.ts';
import { purposes } from '#method/purposes.ts';
import { addDays } from '#kernel/clock.ts';
import { schemaAt, type Table } from '#server/transfer/schema.ts';
import { rowRules } from '#surfaces/all-row-rules.ts';

/** A row of a table of the largest possible workspace, which is made of one valid row per table. */
export type Row = Record<string, unknown>;
export interface ExportJson {
	tables: Record<string, Row[]>;
	sum?: string;
}

const day = (at: number): string => addDays('2026-01-05', at);
const instant = (at: number): string =>
	new Date(Date.parse('2026-11-20T08:00:00.000Z') + at * 1000).toISOString();
const numbered = (table: number, at: number): string =>
	`01938b6c-${(0x1000 + table).toString(16)}-7000-8000-${at.toString(16).padStart(12, '0')}`;
const keptAs = [...purposes, ...purposes.map((each) => `${each}-former`)];
const reasons = Object.keys(closingReasons);

/** Dates of an interview: of ten, two are open, one was closed, the others are complete. */
function stage(at: number): Row {
	const wished_at = instant(at);
	if (at % 10 === 0) return { wished_at, asked_at: instant(at) };
	if (at % 10 === 1) return { wished_at, asked_at: instant(at), agreed_at: instant(at) };
	if (at % 10 === 2) {
		return { wished_at, closed_at: instant(at), closed_because: reasons[at % reasons.length] };
	}
	const dates = ['asked_at', 'answered_at', 'agreed_at', 'held_at', 'thanked_at'];
	return { wished_at, ...Object.fromEntries(dates.map((name) => [name, instant(at)])) };
}

/** Columns that must differ from row to row; `within` counts the rows of one parent. */
const differing: Record<string, (at: number, within: number) => Row> = {
	people: (at) => ({
		name: `Person ${at} of Harbour`,
		given_name: `Person ${at}`,
		family_name: 'of Harbour',
		name_key: `person ${at} of harbour`,
		family_key: `of harbour person ${at}`,
		email: `p${at}@people.example`,
		profile: `linkedin.com/in/p${at}`
	}),
	themes: (at) => (at < 3 ? { seat: at + 1 } : { seat: null, parked_at: instant(at) }),
	self_notes: (at) => ({
		kind: ['interest', 'strength', 'value'][at % 3],
		rank: Math.floor(at / 3) + 1
	}),
	criteria: (at) => ({ rank: at + 1 }),
	interviews: stage,
	messages: (_, within) => ({ purpose: keptAs[within] }),
	meetings: (at, within) => ({ cancelled_at: within > 0 ? instant(at) : null }),
	templates: (at) => ({ purpose: purposes[at % 7], channel: channels[Math.floor(at / 7)] }),
	goals: (_, within) => ({ rank: within + 1 }),
	suppressions: (at) => ({ hash: `h${String(at).padStart(42, '0')}` }),
	holidays: (at) => ({ day: day(at) }),
	pauses: (at) => ({ from_day: day(at * 3), until_day: day(at * 3 + 1) }),
	rejected_rows: (_, within) => ({ line: within }),
	core_questions: (_, within) => ({
		about: ['days', 'enjoy', 'worst', 'began', 'next', 'gave', 'serves', 'left-out'][within]
	}),
	insights: (at) => ({
		text: `What was said ${at}`,
		stance: ['for', 'against', 'between'][at % 3],
		strength: (at % 3) + 1
	}),
	talk_events: (at, within) => ({ sequence: within, at: instant(within), received_at: instant(0) }),
	events: (at) => ({ received_at: instant(at) })
};

/**
 * Multiplies the rows of an export to the limits of a workspace.
 * @param json export with one valid row in each table
 * @param most rows of a table whose own limit would make the file too large for a test
 */
export function multiplied(json: ExportJson, most: Readonly<Record<string, number>>): ExportJson {
	const ids = new Map<string, string[]>();
	const tables: Record<string, Row[]> = {};
	for (const [number, table] of schemaAt().tables.entries()) {
		const template = json.tables[table.name]?.[0];
		if (!template) throw new Error(`${table.name} has no row to begin with.`);
		const count = most[table.name] ?? rowRules[table.name]?.most ?? 1;
		const own = Array.from({ length: count }, (_, at) => numbered(number, at));
		if ('id' in template) ids.set(table.name, own);
		tables[table.name] = rowsOf(table, template, own, ids);
	}
	return { ...json, tables };
}

/** The foreign key by which rows are distributed: to each parent as many as it may have. */
function countedBy({ name, key, references }: Table): [column: string, most: number] | undefined {
	const own = references.flatMap(({ columns }) => columns);
	const each = Object.entries(rowRules[name]?.mostEach ?? {}).find(([column]) =>
		own.includes(column)
	);
	const inKey = own.find((column) => key.includes(column));
	return each ?? (inKey ? [inKey, 1] : undefined);
}

function rowsOf(table: Table, template: Row, own: string[], ids: Map<string, string[]>): Row[] {
	const names = table.references.flatMap(({ columns, table: target }) =>
		columns.map((column) => ({ column, all: ids.get(target) ?? [] }))
	);
	const [first, together] = countedBy(table) ?? ['', 1];
	const rows = own.map((id, at) => {
		const parent = Math.floor(at / together);
		const references = names.map(({ column, all }) => {
			if (template[column] === null) return [column, null];
			// The other foreign keys cycle through all rows.
			return [column, column === first ? all[parent] : all[at % all.length]];
		});
		const row = { ...template, ...('id' in template ? { id } : {}) };
		const differs = differing[table.name]?.(at, at % together) ?? {};
		return { ...row, ...Object.fromEntries(references), ...differs } as Row;
	});
	return rows.filter((row) => Object.values(row).every((value) => value !== undefined));
}
