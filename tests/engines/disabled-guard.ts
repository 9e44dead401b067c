import {
	BinaryOperationNode,
	ColumnNode,
	OperationNodeTransformer,
	OperatorNode,
	ReferenceNode,
	ValueNode,
	type OperationNode,
	type QueryId
} from 'kysely';
import { bindQuery } from '#server/db/query-workspaces.ts';
import { WorkspaceGuard } from '#server/db/workspace-guard.ts';

function isWorkspace(node: OperationNode): boolean {
	const column = ReferenceNode.is(node) ? node.column : node;
	return ColumnNode.is(column) && column.column.name === 'workspace_id';
}

/** Replaces each condition on the workspace by one that is always true, with its parameter kept. */
class WithoutWorkspaceConditions extends OperationNodeTransformer {
	protected override transformBinaryOperation(
		node: BinaryOperationNode,
		queryId?: QueryId
	): BinaryOperationNode {
		const { leftOperand, rightOperand, operator } = node;
		const equals = OperatorNode.is(operator) && operator.operator === '=';
		if (!equals || !isWorkspace(leftOperand)) {
			return super.transformBinaryOperation(node, queryId);
		}
		const same = ValueNode.is(rightOperand) ? rightOperand : leftOperand;
		return BinaryOperationNode.create(same, operator, same);
	}
}

/**
 * Disables the workspace guard: it checks nothing, and no statement names its workspace any more.
 * Statements stay bound to their workspace for row-level security.
 * @returns function that enables the guard again
 */
export function disableWorkspaceGuard(): () => void {
	const original = Object.getOwnPropertyDescriptor(WorkspaceGuard.prototype, 'transformQuery');
	const transformer = new WithoutWorkspaceConditions();
	WorkspaceGuard.prototype.transformQuery = function (this: WorkspaceGuard, { node, queryId }) {
		bindQuery(queryId, this.workspaceId);
		return transformer.transformNode(node, queryId);
	};
	return () => {
		if (original) Object.defineProperty(WorkspaceGuard.prototype, 'transformQuery', original);
	};
}
