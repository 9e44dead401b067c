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

/** A statement that would reach beyond its workspace: a bug, never an answer to a person. */
export class UnscopedStatement extends Error {
	constructor(reason: string) {
		super(`Unscoped statement: ${reason}`);
		this.name = 'UnscopedStatement';
	}
}

/** What a statement reads rows from, by the name that it has there. */
export interface Source {
	name: string;
	/** set for a table whose rows belong to workspaces; so also for the name of a `with` */
	table?: string;
}

/** SQL text in place of a table may call a function, which holds itself to the workspace. */
const isCall = /^\s*[a-z_]+\(/;

/**
 * What stands where a table is expected.
 * @throws UnscopedStatement for what may be a table without being seen as one
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

/** Whose `workspace_id` this is: a name, or empty where it has none. */
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

/** Conditions of a statement, by what they hold for. */
export interface Held {
	/** for every row */
	everywhere: readonly (OperationNode | undefined)[];
	/** for the rows of one name alone */
	ofOne: readonly { name: string; condition: OperationNode | undefined }[];
}

/**
 * The names of a statement whose rows are of this workspace, whatever else they are: a chain of
 * conditions leads from each to the workspace's id. A table of the instance has rows of every
 * workspace, and so may a statement in place of a table: neither is the beginning of a chain.
 * @param around names of the statements around this one that are tied already
 */
export function boundNames(
	sources: readonly Source[],
	{ everywhere, ofOne }: Held,
	workspaceId: string,
	around: ReadonlySet<string>
): ReadonlySet<string> {
	const own = new Set(sources.map(({ name }) => name));
	// Without a name it is the only one's; of several, nobody can tell here whose it is.
	const sole = sources.length === 1 ? sources[0]?.name : undefined;
	const tiesIn = (condition: OperationNode | undefined): Tie[] =>
		[...conditions(condition)]
			.map((each) => tieOf(each, workspaceId))
			.filter((tie) => tie !== undefined)
			.map(({ names, toThis }) => ({
				names: names.map((name) => name || sole).filter((name) => name !== undefined),
				toThis
			}));
	const always = everywhere.flatMap(tiesIn);
	const bound = new Set<string>();
	const grow = (ties: readonly Tie[], known: Set<string>): void => {
		const isKnown = (name: string): boolean =>
			known.has(name) || (!own.has(name) && around.has(name));
		for (let before = -1; before !== known.size;) {
			before = known.size;
			for (const { names, toThis } of ties) {
				if (toThis || names.some(isKnown)) for (const name of names) known.add(name);
			}
		}
	};
	const partly = ofOne.map(({ name, condition }) => ({ name, ties: tiesIn(condition) }));
	for (let before = -1; before !== bound.size;) {
		before = bound.size;
		grow(always, bound);
		for (const { name, ties } of partly) {
			const known = new Set(bound);
			grow(ties, known);
			if (known.has(name)) bound.add(name);
		}
	}
	return bound;
}
