import {
	LimitNode,
	OperationNodeTransformer,
	SelectQueryNode,
	ValueNode,
	type OperationNode,
	type QueryId,
	type RootOperationNode
} from 'kysely';

/** Rows that a read may bring where its statement says nothing of its own [D]. */
export const mostRowsRead = 10_000;

/** Limits that were put here, to be known again. */
const added = new WeakSet<OperationNode>();

/** A statement that stands inside of another one was whole a moment ago: its limit goes again. */
class WithoutAdded extends OperationNodeTransformer {
	protected override transformSelectQuery(
		node: SelectQueryNode,
		queryId?: QueryId
	): SelectQueryNode {
		const { limit, ...rest } = super.transformSelectQuery(node, queryId);
		return node.limit && added.has(node.limit) ? rest : { ...rest, ...(limit ? { limit } : {}) };
	}
}
const withoutAdded = new WithoutAdded();

function holdsAdded(node: OperationNode): boolean {
	if (added.has(node)) return true;
	return Object.values(node).some((value) =>
		Array.isArray(value)
			? value.some((item) => isNode(item) && holdsAdded(item))
			: isNode(value) && holdsAdded(value)
	);
}

function isNode(value: unknown): value is OperationNode {
	return typeof value === 'object' && value !== null && 'kind' in value;
}

/**
 * Lists are bounded by their own statements; this is what is left where one was forgotten, whatever
 * is in the tables. What has to walk all of them (exports, jobs, writes) is not a read and has none.
 * @returns the statement with a limit, where it is a select that has none
 */
export function withBound(node: RootOperationNode): RootOperationNode {
	if (!SelectQueryNode.is(node) || node.fetch) return node;
	const whole = holdsAdded(node) ? withoutAdded.transformNode(node) : node;
	// The parts of a union are as many as are written down.
	if (whole.limit || whole.setOperations || !whole.from) return whole;
	const limit = LimitNode.create(ValueNode.createImmediate(mostRowsRead));
	added.add(limit);
	return SelectQueryNode.cloneWithLimit(whole, limit);
}
