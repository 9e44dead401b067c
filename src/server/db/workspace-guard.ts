import {
	ColumnNode,
	DeleteQueryNode,
	InsertQueryNode,
	type JoinNode,
	PrimitiveValueListNode,
	RawNode,
	SelectQueryNode,
	UpdateQueryNode,
	ValueListNode,
	ValueNode,
	ValuesNode,
	type ColumnUpdateNode,
	type KyselyPlugin,
	type OnConflictNode,
	type OperationNode,
	type PluginTransformQueryArgs,
	type PluginTransformResultArgs,
	type QueryResult,
	type RootOperationNode,
	type UnknownRow
} from 'kysely';
import { bindQuery } from './query-workspaces.ts';
import type { InsertLog } from './insert-log.ts';
import { someChild } from './query-nodes.ts';
import { withRowLimit } from './row-limit.ts';
import { boundNames, sourceOf, UnscopedStatement, type Source } from './workspace-conditions.ts';

export { UnscopedStatement } from './workspace-conditions.ts';

const none: ReadonlySet<string> = new Set();

/** Statement kinds that are allowed in a workspace; schema changes and `merge` are not. */
const rootKinds: ReadonlySet<string> = new Set<RootOperationNode['kind']>([
	'SelectQueryNode',
	'InsertQueryNode',
	'UpdateQueryNode',
	'DeleteQueryNode',
	'RawNode'
]);

/** Joins whose condition every row of the result meets. */
const inner: ReadonlySet<string> = new Set<JoinNode['joinType']>([
	'InnerJoin',
	'CrossJoin',
	'LateralInnerJoin',
	'LateralCrossJoin'
]);
/** Joins whose condition the rows of the joined table meet. */
const left: ReadonlySet<string> = new Set<JoinNode['joinType']>(['LeftJoin', 'LateralLeftJoin']);

/**
 * Checks that each table of workspaces in a statement is bound to this workspace.
 * @param around sources of the enclosing statements that are bound already
 * @returns these and the sources of the statement, for its subqueries
 * @throws UnscopedStatement
 */
function checkSources(
	froms: readonly OperationNode[],
	joins: readonly JoinNode[],
	where: OperationNode | undefined,
	workspaceId: string,
	around: ReadonlySet<string>
): ReadonlySet<string> {
	const everywhere = [where];
	const ofOne: { name: string; condition: OperationNode | undefined }[] = [];
	const sources: Source[] = froms.map(sourceOf);
	for (const join of joins) {
		const source = sourceOf(join.table);
		sources.push(source);
		if (inner.has(join.joinType)) everywhere.push(join.on?.on);
		else if (left.has(join.joinType)) ofOne.push({ name: source.name, condition: join.on?.on });
		// Its condition applies to neither side: rows of the joined table are returned without a match
		// too.
		else throw new UnscopedStatement(`a ${join.joinType} brings rows that match nothing`);
	}
	const bound = boundNames(sources, { everywhere, ofOne }, workspaceId, around);
	for (const { name, table } of sources) {
		if (table !== undefined && !bound.has(name)) {
			throw new UnscopedStatement(`${table} is reached without its workspace`);
		}
	}
	if (around.size === 0) return bound;
	const own = new Set(sources.map(({ name }) => name));
	return new Set([...[...around].filter((name) => !own.has(name)), ...bound]);
}

function checkUpdates(updates: readonly ColumnUpdateNode[] = []): void {
	for (const { column } of updates) {
		if (!ColumnNode.is(column) || column.column.name === 'workspace_id') {
			throw new UnscopedStatement('an update would move a row to another workspace');
		}
	}
}

/**
 * The conflicting row may belong to another workspace, where the key does not include the
 * workspace.
 */
function checkConflict({ columns, updates }: OnConflictNode): void {
	if (!updates) return;
	checkUpdates(updates);
	if (!columns?.some((column) => column.column.name === 'workspace_id')) {
		throw new UnscopedStatement('an insert would change a row that is in its way');
	}
}

function checkInsert(
	node: InsertQueryNode,
	workspaceId: string,
	around: ReadonlySet<string>
): ReadonlySet<string> {
	const { name, table } = node.into ? sourceOf(node.into) : { name: '' };
	if (node.onConflict) checkUpdates(node.onConflict.updates);
	if (node.into && table === undefined) return around;
	if (node.replace || node.orAction?.action === 'replace' || node.onDuplicateKey) {
		throw new UnscopedStatement('an insert would replace a row that is in its way');
	}
	if (node.onConflict) checkConflict(node.onConflict);
	const at = node.columns?.findIndex((column) => column.column.name === 'workspace_id') ?? -1;
	if (at < 0) throw new UnscopedStatement('an insert does not name its workspace');
	if (!node.values || !ValuesNode.is(node.values)) {
		throw new UnscopedStatement('an insert takes its rows from a statement');
	}
	for (const row of node.values.values) {
		let value: unknown;
		if (PrimitiveValueListNode.is(row)) value = row.values[at];
		else if (ValueListNode.is(row)) {
			const item = row.values[at];
			value = item && ValueNode.is(item) ? item.value : undefined;
		}
		if (value !== workspaceId) {
			throw new UnscopedStatement('an insert names another workspace');
		}
	}
	return new Set([...around, name]);
}

/** SQL keywords by which a raw fragment accesses a table past the query layer. */
const tableKeywords = /\b(from|join|into|update|table|truncate|copy)\b/i;

function check(node: OperationNode, workspaceId: string, around: ReadonlySet<string>): void {
	let within = around;
	if (SelectQueryNode.is(node)) {
		const froms = node.from?.froms ?? [];
		within = checkSources(froms, node.joins ?? [], node.where?.where, workspaceId, around);
	} else if (UpdateQueryNode.is(node)) {
		const froms = [...(node.table ? [node.table] : []), ...(node.from?.froms ?? [])];
		within = checkSources(froms, node.joins ?? [], node.where?.where, workspaceId, around);
		checkUpdates(node.updates);
	} else if (DeleteQueryNode.is(node)) {
		const froms = [...node.from.froms, ...(node.using?.tables ?? [])];
		within = checkSources(froms, node.joins ?? [], node.where?.where, workspaceId, around);
	} else if (InsertQueryNode.is(node)) {
		within = checkInsert(node, workspaceId, around);
	} else if (node.kind === 'MergeQueryNode') {
		throw new UnscopedStatement('a merge reaches rows that it does not name');
	} else if (RawNode.is(node) && tableKeywords.test(node.sqlFragments.join('?'))) {
		throw new UnscopedStatement('a raw statement reads tables; write it with the query layer');
	}
	someChild(node, (child) => {
		check(child, workspaceId, within);
		return false;
	});
}

/** Further tasks of a guard. */
export interface GuardOptions {
	/** records each insert */
	inserted?: InsertLog | undefined;
	/** whether statements are limited to `mostRowsRead` rows, see `row-limit.ts` */
	bounded?: boolean;
}

/**
 * Refuses each statement on a table of workspaces that does not name this workspace. It is the
 * first of two protections on PostgreSQL, and the only one on SQLite. Statements that pass are
 * bound to the workspace, by which the row-level security policies of PostgreSQL check them again.
 */
export class WorkspaceGuard implements KyselyPlugin {
	readonly workspaceId: string;
	readonly #options: GuardOptions;
	constructor(workspaceId: string, options: GuardOptions = {}) {
		this.workspaceId = workspaceId;
		this.#options = options;
	}
	transformQuery(args: PluginTransformQueryArgs): RootOperationNode {
		if (!rootKinds.has(args.node.kind)) {
			throw new UnscopedStatement(`a ${args.node.kind} is nothing that a workspace asks`);
		}
		check(args.node, this.workspaceId, none);
		bindQuery(args.queryId, this.workspaceId);
		this.#options.inserted?.note(args.node);
		return this.#options.bounded ? withRowLimit(args.node) : args.node;
	}
	transformResult(args: PluginTransformResultArgs): Promise<QueryResult<UnknownRow>> {
		return Promise.resolve(args.result);
	}
}
