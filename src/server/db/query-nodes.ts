import { AliasNode, type OperationNode } from 'kysely';

/** Nodes that cannot contain a statement; most nodes of a tree are of these. */
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

function isNode(value: unknown): value is OperationNode {
	return typeof value === 'object' && value !== null && 'kind' in value;
}

/**
 * Whether a test holds for one of the nodes directly below a node. Nodes that cannot contain a statement are
 * not entered: this runs for each statement that is built.
 */
export function someChild(node: OperationNode, test: (child: OperationNode) => boolean): boolean {
	if (leaves.has(node.kind) && !(AliasNode.is(node) && !leaves.has(node.node.kind))) return false;
	return Object.values(node).some((value: unknown) =>
		Array.isArray(value)
			? value.some((item) => isNode(item) && test(item))
			: isNode(value) && test(value)
	);
}
