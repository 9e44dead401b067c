import {
	AliasNode,
	AndNode,
	BinaryOperationNode,
	ColumnNode,
	FunctionNode,
	IdentifierNode,
	OperatorNode,
	ParensNode,
	RawNode,
	ReferenceNode,
	SelectQueryNode,
	TableNode,
	ValueNode,
	type OperationNode
} from 'kysely';
import { instanceTables } from './tables.ts';

/**
 * A statement that is not limited to its workspace: a bug in the program, never an answer to a
 * user.
 */
export class UnscopedStatement extends Error {
	constructor(reason: string) {
		super(`Unscoped statement: ${reason}`);
		this.name = 'UnscopedStatement';
	}
}

/** A source of rows of a statement, by its name or alias there. */
export interface Source {
	name: string;
	/** set for a table of workspaces, and for the name of a `with` */
	table?: string;
}

/**
 * SQL text in the place of a table may be a function call; the function itself is limited to the
 * workspace.
 */
const isCall = /^\s*[a-z_]+\(/;

/**
 * The source at the place of a table.
 * @throws UnscopedStatement for anything that may be a table without being recognized as one
 */
export function sourceOf(node: OperationNode): Source {
	const aliased = AliasNode.is(node) ? node.node : node;
	const alias = AliasNode.is(node) && IdentifierNode.is(node.alias) ? node.alias.name : undefined;
	if (TableNode.is(aliased)) {
		const table = aliased.table.identifier.name;
		const name = alias ?? table;
		return instanceTables.has(table) ? { name } : { name, table };
	}
	const isStatement = SelectQueryNode.is(aliased) || FunctionNode.is(aliased);
	const isFunction = RawNode.is(aliased) && isCall.test(aliased.sqlFragments[0] ?? '');
	if (alias !== undefined && (isStatement || isFunction)) return { name: alias };
	throw new UnscopedStatement(`a ${aliased.kind} stands in the place of a table`);
}

/** The conditions that every row meets; conditions under `or` and `not` are not among them. */
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

/**
 * The source whose `workspace_id` a node is; empty where it has no qualifier, undefined for any
 * other node.
 */
function workspaceColumnOf(node: OperationNode): string | undefined {
	const column = ReferenceNode.is(node) ? node.column : node;
	if (!ColumnNode.is(column) || column.column.name !== 'workspace_id') return undefined;
	return ReferenceNode.is(node) ? (node.table?.table.identifier.name ?? '') : '';
}

/** A condition that binds sources to the workspace, or to each other. */
interface Binding {
	names: string[];
	toThis: boolean;
}

function bindingOf(condition: BinaryOperationNode, workspaceId: string): Binding | undefined {
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

/** Conditions of a statement, by the rows that they apply to. */
export interface Conditions {
	/** to every row */
	everywhere: readonly (OperationNode | undefined)[];
	/** to the rows of one source */
	ofOne: readonly { name: string; condition: OperationNode | undefined }[];
}

/**
 * The sources whose rows are certainly of this workspace: a chain of conditions leads from each to
 * the id of the workspace. Tables of the instance, and subqueries in the place of a table, may have
 * rows of every workspace, so no chain begins at them.
 * @param around sources of the enclosing statements that are bound already
 */
export function boundNames(
	sources: readonly Source[],
	{ everywhere, ofOne }: Conditions,
	workspaceId: string,
	around: ReadonlySet<string>
): ReadonlySet<string> {
	const own = new Set(sources.map(({ name }) => name));
	// A column without qualifier belongs to the only source; of several sources it is unknown to
	// which.
	const sole = sources.length === 1 ? sources[0]?.name : undefined;
	const bindingsIn = (condition: OperationNode | undefined): Binding[] =>
		[...conditions(condition)]
			.map((each) => bindingOf(each, workspaceId))
			.filter((binding) => binding !== undefined)
			.map(({ names, toThis }) => ({
				names: names.map((name) => name || sole).filter((name) => name !== undefined),
				toThis
			}));
	const everyRow = everywhere.flatMap(bindingsIn);
	const bound = new Set<string>();
	const grow = (bindings: readonly Binding[], known: Set<string>): void => {
		const isKnown = (name: string): boolean =>
			known.has(name) || (!own.has(name) && around.has(name));
		for (let before = -1; before !== known.size;) {
			before = known.size;
			for (const { names, toThis } of bindings) {
				if (toThis || names.some(isKnown)) for (const name of names) known.add(name);
			}
		}
	};
	const ofOneSource = ofOne.map(({ name, condition }) => ({
		name,
		bindings: bindingsIn(condition)
	}));
	for (let before = -1; before !== bound.size;) {
		before = bound.size;
		grow(everyRow, bound);
		for (const { name, bindings } of ofOneSource) {
			const known = new Set(bound);
			grow(bindings, known);
			if (known.has(name)) bound.add(name);
		}
	}
	return bound;
}
