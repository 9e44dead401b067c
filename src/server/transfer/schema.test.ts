import fc from 'fast-check';
import { expect, test } from 'vitest';
import { instanceTables } from '../db/tables.ts';
import { notExported, workspaceColumns } from './export-format.ts';
import { emptyDatabase, inOrder, knownSchemas, schemaAt, type Table } from './schema.ts';

test('every table with a workspace is exported or listed as not exported', () => {
	const file = emptyDatabase(knownSchemas().at(-1) ?? '');
	const carrying = file
		.prepare(
			"select t.name from pragma_table_list t join pragma_table_info(t.name) c where t.schema = 'main' and t.type <> 'shadow' and c.name = 'workspace_id' order by 1"
		)
		.all()
		.map(({ name }) => String(name));
	const leaving = schemaAt().tables.map(({ name }) => name);
	expect(
		[...leaving, ...Object.keys(notExported).filter((name) => name !== 'auth_session')].sort()
	).toEqual(carrying);
	expect(leaving.filter((name) => instanceTables.has(name))).toEqual([]);
	file.close();
});

test('every column of the workspace is exported except ids and its state', () => {
	const file = emptyDatabase(knownSchemas().at(-1) ?? '');
	const columns = file
		.prepare("select name from pragma_table_info('workspaces')")
		.all()
		.map(({ name }) => String(name));
	const stays = ['id', 'user_id', 'staged_at', 'staged_for'];
	expect([...workspaceColumns, ...stays].sort()).toEqual(columns.sort());
	file.close();
});

test('a table follows those it refers to', () => {
	const { tables } = schemaAt();
	for (const [at, { name, references }] of tables.entries()) {
		for (const { table } of references) {
			const target = tables.findIndex((each) => each.name === table);
			expect([name, table, target >= 0 && (target < at || table === name)]).toEqual([
				name,
				table,
				true
			]);
		}
	}
});

function table(name: string, ...targets: string[]): Table {
	return {
		name,
		columns: [],
		key: [],
		references: targets.map((target) => ({ columns: [], table: target }))
	};
}

test('the export order does not depend on the order of discovery', () => {
	const tables = [table('a', 'c'), table('b'), table('c', 'b', 'c'), table('d', 'a')];
	fc.assert(
		fc.property(fc.shuffledSubarray(tables, { minLength: 4 }), (found) => {
			const sorted = found.toSorted((one, other) => (one.name < other.name ? -1 : 1));
			expect(inOrder(sorted).map(({ name }) => name)).toEqual(['b', 'c', 'a', 'd']);
			const names = inOrder(found).map(({ name }) => name);
			expect(names.indexOf('c')).toBeLessThan(names.indexOf('a'));
		})
	);
});

test('tables that refer to each other in a circle are an error of the schema', () => {
	expect(() => inOrder([table('a', 'b'), table('b', 'a')])).toThrow('in a circle: a,b');
});
