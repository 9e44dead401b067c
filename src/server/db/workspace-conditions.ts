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

/** @param sole the only source: a column without qualifier is one of its own; of several, it is unknown which */
function bindingOf(
	{ leftOperand, operator, rightOperand }: BinaryOperationNode,
	workspaceId: string,
	sole: string | undefined
): Binding | undefined {
	if (!OperatorNode.is(operator) || operator.operator !== '=') return undefined;
	const left = workspaceColumnOf(leftOperand);
	if (left === undefined) return undefined;
	const toThis = ValueNode.is(rightOperand);
	if (toThis && rightOperand.value !== workspaceId) return undefined;
	const right = toThis ? left : workspaceColumnOf(rightOperand);
	if (right === undefined) return undefined;
	const names = [left || sole, right || sole].filter((name) => name !== undefined);
	return { names, toThis };
}

/** Adds the bindings among the conditions that every row meets; conditions under `or` and `not` are not among them. */
function addBindings(
	found: Binding[],
	node: OperationNode | undefined,
	workspaceId: string,
	sole: string | undefined
): void {
	if (!node) return;
	if (AndNode.is(node)) {
		addBindings(found, node.left, workspaceId, sole);
		addBindings(found, node.right, workspaceId, sole);
	} else if (ParensNode.is(node)) {
		addBindings(found, node.node, workspaceId, sole);
	} else if (BinaryOperationNode.is(node)) {
		const binding = bindingOf(node, workspaceId, sole);
		if (binding) found.push(binding);
	}
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
	const sole = sources.length === 1 ? sources[0]?.name : undefined;
	const bindingsIn = (...nodes: readonly (OperationNode | undefined)[]): Binding[] => {
		const found: Binding[] = [];
		for (const node of nodes) addBindings(found, node, workspaceId, sole);
		return found;
	};
	const everyRow = bindingsIn(...everywhere);
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
	grow(everyRow, bound);
	if (ofOne.length === 0) return bound;
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
