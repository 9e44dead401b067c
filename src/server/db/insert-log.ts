import {
	InsertQueryNode,
	PrimitiveValueListNode,
	TableNode,
	ValueNode,
	ValuesNode,
	type OperationNode
} from 'kysely';

/** A row as it is passed to an insert; columns that the database computes are left out. */
export type InsertedRow = Readonly<Record<string, unknown>>;

function valuesOf(row: OperationNode, columns: readonly string[]): InsertedRow {
	const given: Record<string, unknown> = {};
	for (const [at, column] of columns.entries()) {
		if (PrimitiveValueListNode.is(row)) given[column] = row.values[at];
		else if ('values' in row) {
			const item = (row.values as OperationNode[])[at];
			if (item && ValueNode.is(item)) given[column] = item.value;
		}
	}
	return given;
}

/**
 * Records the rows that the statements of one transaction insert, by table, so that row limits are
 * checked once.
 */
export class InsertLog {
	readonly #rows = new Map<string, InsertedRow[]>();

	/** Records an insert; ignores any other statement. */
	note(node: OperationNode): void {
		if (!InsertQueryNode.is(node) || !node.into || !TableNode.is(node.into)) return;
		const table = node.into.table.identifier.name;
		const columns = (node.columns ?? []).map((column) => column.column.name);
		const rows = this.#rows.get(table) ?? [];
		if (node.values && ValuesNode.is(node.values)) {
			for (const row of node.values.values) rows.push(valuesOf(row, columns));
		}
		this.#rows.set(table, rows);
	}

	/** The tables that rows were inserted into, each with its rows. */
	entries(): IterableIterator<[table: string, rows: InsertedRow[]]> {
		return this.#rows.entries();
	}
}
