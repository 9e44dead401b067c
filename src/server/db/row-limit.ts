import {
	LimitNode,
	OperationNodeTransformer,
	SelectQueryNode,
	ValueNode,
	type OperationNode,
	type QueryId,
	type RootOperationNode
} from 'kysely';
import { someChild } from './query-nodes.ts';

/** Rows that a read returns at most where its statement has no limit [D]. */
export const mostRowsRead = 10_000;

/** Limits that this module added, to recognize them later. */
const added = new WeakSet<OperationNode>();

/** Removes added limits from statements that became subqueries of another one. */
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

const holdsAdded = (node: OperationNode): boolean => added.has(node) || someChild(node, holdsAdded);

/**
 * Adds a limit to a select that has none. Lists have limits of their own; this protects where one
 * was forgotten. What has to read all rows (exports, jobs, writes) does not use it.
 * @returns the statement, with a limit where it is a select without one
 */
export function withRowLimit(node: RootOperationNode): RootOperationNode {
	if (!SelectQueryNode.is(node) || node.fetch) return node;
	const unlimited = holdsAdded(node) ? withoutAdded.transformNode(node) : node;
	// A union is not limited: each of its parts returns the rows that it states.
	if (unlimited.limit || unlimited.setOperations || !unlimited.from) return unlimited;
	const limit = LimitNode.create(ValueNode.createImmediate(mostRowsRead));
	added.add(limit);
	return SelectQueryNode.cloneWithLimit(unlimited, limit);
}
