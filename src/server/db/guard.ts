import {
	AliasNode,
	AndNode,
	BinaryOperationNode,
	ColumnNode,
	DeleteQueryNode,
	InsertQueryNode,
	type JoinNode,
	ParensNode,
	PrimitiveValueListNode,
	RawNode,
	ReferenceNode,
	SelectQueryNode,
	TableNode,
	UpdateQueryNode,
	ValueListNode,
	ValueNode,
	ValuesNode,
	OperatorNode,
	type KyselyPlugin,
	type OperationNode,
	type PluginTransformQueryArgs,
	type PluginTransformResultArgs,
	type QueryResult,
	type RootOperationNode,
	type UnknownRow
} from 'kysely';
import { bindQuery } from './bindings.ts';
import type { InsertLog } from './insert-log.ts';
import { withBound } from './row-limit.ts';
import { instanceTables } from './tables.ts';

/** A statement that would reach beyond its workspace: a bug, never an answer to a person. */
export class UnscopedStatement extends Error {
	constructor(reason: string) {
		super(`Unscoped statement: ${reason}`);
		this.name = 'UnscopedStatement';
	}
}

interface Named {
	table: string;
	alias: string;
}

function namesIn(nodes: readonly OperationNode[] | undefined): Named[] {
	const names: Named[] = [];
	for (const node of nodes ?? []) {
		if (TableNode.is(node)) {
			const table = node.table.identifier.name;
			names.push({ table, alias: table });
		} else if (AliasNode.is(node) && TableNode.is(node.node)) {
			const alias = node.alias.kind === 'IdentifierNode' ? node.alias : undefined;
			const table = node.node.table.identifier.name;
			names.push({ table, alias: alias && 'name' in alias ? String(alias.name) : table });
		}
	}
	return names.filter(({ table }) => !instanceTables.has(table));
}

/** The conditions that hold for every row: what stands under `or` or `not` does not bind. */
function* conditions(node: OperationNode | undefined): Generator<BinaryOperationNode> {
	if (!node) return;
	if (AndNode.is(node)) {
		yield* conditions(node.left);
		yield* conditions(node.right);
	} else if (ParensNode.is(node)) {
		yield* conditions(node.node);
	} else if (BinaryOperationNode.is(node)) {
		yield node;
	}
}

function workspaceColumnOf(node: OperationNode): string | undefined {
	const column = ReferenceNode.is(node) ? node.column : node;
	if (!ColumnNode.is(column) || column.column.name !== 'workspace_id') return undefined;
	return ReferenceNode.is(node) ? (node.table?.table.identifier.name ?? '') : '';
}

/** Names that a condition ties to the workspace: to its id, or to each other. */
interface Tie {
	names: string[];
	toThis: boolean;
}

function tieOf(condition: BinaryOperationNode, workspaceId: string): Tie | undefined {
	if (!OperatorNode.is(condition.operator) || condition.operator.operator !== '=') return undefined;
	const left = workspaceColumnOf(condition.leftOperand);
	if (left === undefined) return undefined;
	if (ValueNode.is(condition.rightOperand)) {
		return condition.rightOperand.value === workspaceId
			? { names: [left], toThis: true }
			: undefined;
	}
	const right = workspaceColumnOf(condition.rightOperand);
	return right === undefined ? undefined : { names: [left, right], toThis: false };
}

function checkNames(
	names: Named[],
	wheres: (OperationNode | undefined)[],
	workspaceId: string
): void {
	if (names.length === 0) return;
	const ties = wheres
		.flatMap((where) => [...conditions(where)])
		.map((condition) => tieOf(condition, workspaceId))
		.filter((tie) => tie !== undefined);
	const own = new Set(names.map(({ alias }) => alias));
	const bound = new Set<string>();
	// A name of the statement around this one is that statement's to tie.
	const isBound = (name: string): boolean => bound.has(name) || (name !== '' && !own.has(name));
	for (let before = -1; before !== bound.size;) {
		before = bound.size;
		for (const tie of ties) {
			if (tie.toThis || tie.names.some(isBound)) for (const name of tie.names) bound.add(name);
		}
	}
	for (const { table, alias } of names) {
		if (bound.has(alias) || (names.length === 1 && bound.has(''))) continue;
		throw new UnscopedStatement(`${table} is reached without its workspace`);
	}
}

function checkInsert(node: InsertQueryNode, workspaceId: string): void {
	if (namesIn([node.into].filter((into) => into !== undefined)).length === 0) return;
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
}

/** Joins whose condition leaves rows of the other side in place, whatever it says. */
const outer: ReadonlySet<string> = new Set(['LeftJoin', 'RightJoin', 'FullJoin']);

/**
 * What a condition of a join may be trusted for: an inner join's binds both sides, an outer one's
 * only the table that it joins.
 */
function checkJoined(
	froms: readonly OperationNode[],
	joins: readonly JoinNode[],
	where: OperationNode | undefined,
	workspaceId: string
): void {
	const inner = joins.filter((join) => !outer.has(join.joinType));
	const wheres = [where, ...inner.map((join) => join.on?.on)];
	checkNames(namesIn([...froms, ...inner.map((join) => join.table)]), wheres, workspaceId);
	for (const join of joins.filter((each) => outer.has(each.joinType))) {
		checkNames(namesIn([join.table]), [where, join.on?.on], workspaceId);
	}
}

function check(node: OperationNode, workspaceId: string): void {
	if (SelectQueryNode.is(node)) {
		checkJoined(node.from?.froms ?? [], node.joins ?? [], node.where?.where, workspaceId);
	} else if (UpdateQueryNode.is(node)) {
		const froms = [...(node.table ? [node.table] : []), ...(node.from?.froms ?? [])];
		checkJoined(froms, node.joins ?? [], node.where?.where, workspaceId);
		for (const update of node.updates ?? []) {
			if (workspaceColumnOf(update.column) !== undefined) {
				throw new UnscopedStatement('an update would move a row to another workspace');
			}
		}
	} else if (DeleteQueryNode.is(node)) {
		const froms = [...node.from.froms, ...(node.using?.tables ?? [])];
		checkJoined(froms, node.joins ?? [], node.where?.where, workspaceId);
	} else if (InsertQueryNode.is(node)) {
		checkInsert(node, workspaceId);
	} else if (RawNode.is(node) && /\b(from|join|into|update)\b/i.test(node.sqlFragments.join('?'))) {
		throw new UnscopedStatement('a raw statement reads tables; write it with the query layer');
	}
	walk(node, workspaceId);
}

/** Nodes beneath which no statement can hide; most of every tree is of these. */
const leaves: ReadonlySet<string> = new Set([
	'AliasNode',
	'ColumnNode',
	'IdentifierNode',
	'OperatorNode',
	'PrimitiveValueListNode',
	'ReferenceNode',
	'SchemableIdentifierNode',
	'SelectAllNode',
	'TableNode',
	'ValueNode'
]);

function walk(node: OperationNode, workspaceId: string): void {
	if (leaves.has(node.kind) && !(AliasNode.is(node) && !leaves.has(node.node.kind))) return;
	for (const value of Object.values(node)) {
		if (Array.isArray(value)) {
			for (const item of value) if (isNode(item)) check(item, workspaceId);
		} else if (isNode(value)) {
			check(value, workspaceId);
		}
	}
}

function isNode(value: unknown): value is OperationNode {
	return typeof value === 'object' && value !== null && 'kind' in value;
}

/** What a guard does beside guarding. */
export interface GuardOptions {
	/** is told of each insert */
	inserted?: InsertLog | undefined;
	/** no statement brings more than `mostRowsRead` rows, see `row-limit.ts` */
	bounded?: boolean;
}

/**
 * Refuses each statement that touches a workspace's table without naming this workspace.
 * The first wall on both engines, and the only one on SQLite. What passes is bound to the
 * workspace, by which PostgreSQL's policies stand as the second.
 */
export class WorkspaceGuard implements KyselyPlugin {
	readonly workspaceId: string;
	readonly #options: GuardOptions;
	constructor(workspaceId: string, options: GuardOptions = {}) {
		this.workspaceId = workspaceId;
		this.#options = options;
	}
	transformQuery(args: PluginTransformQueryArgs): RootOperationNode {
		check(args.node, this.workspaceId);
		bindQuery(args.queryId, this.workspaceId);
		this.#options.inserted?.note(args.node);
		return this.#options.bounded ? withBound(args.node) : args.node;
	}
	transformResult(args: PluginTransformResultArgs): Promise<QueryResult<UnknownRow>> {
		return Promise.resolve(args.result);
	}
}
