import { DefaultQueryExecutor, type CompiledQuery } from 'kysely';
import { vi } from 'vitest';
import type { TestApp } from './app.ts';
import type { Raw, RawRow, RawValue } from './raw.ts';

/** A node of an executed PostgreSQL plan. */
export interface PlanNode {
	'Node Type': string;
	'Index Cond'?: string;
	'Actual Rows': number;
	'Actual Loops': number;
	'Rows Removed by Filter'?: number;
	'Rows Removed by Index Recheck'?: number;
	Plans?: PlanNode[];
}

/** Runs some work and records its statements in their order. */
export async function statementsOf<Result>(work: () => Promise<Result>) {
	const executed = vi.spyOn(DefaultQueryExecutor.prototype, 'executeQuery');
	try {
		const result = await work();
		return { result, queries: executed.mock.calls.map(([query]): CompiledQuery => query) };
	} finally {
		executed.mockRestore();
	}
}

const nodesOf = (node: PlanNode): PlanNode[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)];

/** Rows that a node read, returned or not. */
export function rowsRead(node: PlanNode): number {
	const removed =
		(node['Rows Removed by Filter'] ?? 0) + (node['Rows Removed by Index Recheck'] ?? 0);
	return node['Actual Loops'] * (node['Actual Rows'] + removed);
}

/** The steps of a SQLite plan, as SQLite describes them. */
export async function sqlitePlan(
	{ raw }: TestApp,
	{ sql, parameters }: CompiledQuery
): Promise<string[]> {
	const rows = await raw.all(`explain query plan ${sql}`, ...(parameters as RawValue[]));
	return rows.map(({ detail }) => String(detail));
}

/** The nodes of a PostgreSQL plan, executed by the workspace role with row-level security. */
export async function postgresPlan(
	{ raw, caller }: TestApp,
	{ sql, parameters }: CompiledQuery
): Promise<PlanNode[]> {
	await raw.run('begin');
	try {
		await raw.run("select set_config('imago.workspace', ?, true)", caller.workspaceId);
		await raw.run('set local role imago_scope');
		const explain = `explain (analyze, format json) ${sql}`;
		const [row] = await raw.all(explain, ...(parameters as RawValue[]));
		const [first] = (row as RawRow)['QUERY PLAN'] as unknown as [{ Plan: PlanNode }];
		return nodesOf(first.Plan);
	} finally {
		await raw.run('rollback');
	}
}

/** Steps of the plan that scan a whole table. */
export async function scansOf(raw: Raw, { sql, parameters }: CompiledQuery): Promise<string[]> {
	const values = parameters as RawValue[];
	if (raw.engine === 'sqlite') {
		const rows = await raw.all(`explain query plan ${sql}`, ...values);
		return rows
			.map(({ detail }) => String(detail))
			.filter((detail) => /^SCAN (?!CONSTANT|\(subquery)/.test(detail));
	}
	// The tables of tests are small: with sequential scans disabled, an index is used wherever there
	// is one.
	await raw.all('set enable_seqscan = off');
	const rows = await raw.all(`explain ${sql}`, ...values);
	return rows.map((row) => String(row['QUERY PLAN'])).filter((line) => line.includes('Seq Scan'));
}
