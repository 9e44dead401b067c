import { expect, test } from 'vitest';
import { MAX_INT32 } from '#kernel/int32.ts';
import { holdsJson, hasFormatByName } from '#server/transfer/check-rows.ts';
import { schemaAt } from '#server/transfer/schema.ts';
import { jsonSchemaOf } from '#surfaces/json-schema.ts';
import { operations } from '#surfaces/registry.server.ts';
import { rowRules } from '#surfaces/all-row-rules.ts';

/** A new table or column cannot be forgotten: what comes in with a file is looked at, all of it. */
const { tables } = schemaAt();

test('every table that leaves says how many rows a workspace may have', () => {
	expect(Object.keys(rowRules).sort()).toEqual(tables.map(({ name }) => name).sort());
	for (const { most } of Object.values(rowRules)) expect(Number.isSafeInteger(most)).toBe(true);
	expect(rowRules.people?.most).toBeGreaterThanOrEqual(50_000);
});

test('every column of every table that leaves has a rule, by its name or by a schema', () => {
	const free = tables.flatMap(({ name, columns }) =>
		columns
			.filter(
				(column) =>
					!(column.type === 'text' && hasFormatByName(column.name)) &&
					!rowRules[name]?.columns[column.name]
			)
			.map((column) => `${name}.${column.name}`)
	);
	expect(free).toEqual([]);
});

test('a column that a rule takes for JSON is read as JSON, and no other one', () => {
	const ruled = tables.flatMap(({ name, columns }) =>
		columns
			.filter(({ name: column }) => rowRules[name]?.columns[column]?.description === 'JSON')
			.map((column) => `${name}.${column.name}`)
	);
	const read = tables.flatMap(({ name, columns }) =>
		columns
			.filter((column) => holdsJson(name, column.name))
			.map(({ name: column }) => `${name}.${column}`)
	);
	// An event of a talk has a schema for each kind, so its rule looks at the row.
	expect(read.sort()).toEqual([...ruled, 'talk_events.body'].sort());
});

test('rules are about columns that are there', () => {
	const strange = tables.flatMap(({ name, columns }) => {
		const known = new Set(columns.map((column) => column.name));
		const { columns: ruled = {}, mostEach = {} } = rowRules[name] ?? {};
		return [...Object.keys(ruled), ...Object.keys(mostEach)]
			.filter((column) => !known.has(column))
			.map((column) => `${name}.${column}`);
	});
	expect(strange).toEqual([]);
});

interface Node {
	type?: string;
	maximum?: number;
	const?: unknown;
	enum?: unknown;
}

function* unboundedNumbers(node: unknown, path: string): Generator<string> {
	if (typeof node !== 'object' || node === null) return;
	const { type, maximum = Infinity, const: only, enum: some } = node as Node;
	const isNumber = type === 'integer' || type === 'number';
	if (isNumber && only === undefined && some === undefined && maximum > MAX_INT32) yield path;
	for (const [name, value] of Object.entries(node))
		yield* unboundedNumbers(value, `${path}.${name}`);
}

test('no operation takes a number that one engine keeps and the other refuses', () => {
	const unbounded = operations.flatMap(({ name, input }) => [
		...unboundedNumbers(jsonSchemaOf(input, 'input'), name)
	]);
	expect(unbounded).toEqual([]);
});
