import type { Tool } from '@modelcontextprotocol/server';
import type { AnyOperation } from '#server/perform.ts';
import { jsonSchemaOf, type Json } from '../json-schema.ts';
import { nounDescriptions, operationNotes } from './descriptions.ts';

/** An operation and its MCP tool. */
export interface Offered {
	operation: AnyOperation;
	tool: Tool;
}

/**
 * Effects of the operations that are MCP tools. Operations with other effects are reached over the other
 * interfaces only.
 */
const offeredEffects = new Set(['read', 'draft']);

/** Whether an operation is offered as an MCP tool. */
export function isOffered({ effect }: Pick<AnyOperation, 'effect'>): boolean {
	return offeredEffects.has(effect);
}

/** The name of the tool, `people_list` for `people.list`: many clients allow no dot in it. */
export function toolName(operation: Pick<AnyOperation, 'name'>): string {
	return operation.name.replaceAll('.', '_');
}

/**
 * MCP requires an object schema at the root; the schemas of all operations are objects.
 * @throws Error for any other schema
 */
function objectSchema(schema: Json): Json & { type: 'object' } {
	if (schema.type !== 'object') throw new Error('A tool takes and gives one object.');
	return { ...schema, type: 'object' };
}

function describe(operation: AnyOperation): string {
	const [noun = ''] = operation.name.split('.');
	const effectNote =
		operation.effect === 'draft' ? 'Nothing is sent: the explorer sends.' : 'Changes nothing.';
	return [
		`${operation.summary}.`,
		effectNote,
		nounDescriptions[noun],
		operationNotes[operation.name]
	]
		.filter(Boolean)
		.join(' ');
}

function toolOf(operation: AnyOperation): Tool {
	const reads = operation.effect === 'read';
	return {
		name: toolName(operation),
		title: operation.summary,
		description: describe(operation),
		inputSchema: objectSchema(jsonSchemaOf(operation.input, 'input')),
		outputSchema: objectSchema(jsonSchemaOf(operation.output, 'output')),
		annotations: {
			readOnlyHint: reads,
			destructiveHint: false,
			idempotentHint: reads || operation.http.verb === 'PUT',
			openWorldHint: false
		}
	};
}

/**
 * The operations that are MCP tools (effects `read` and `draft`), in the order of the registry, with
 * schemas converted once.
 * @returns by tool name
 */
export function offeredOf(operations: readonly AnyOperation[]): ReadonlyMap<string, Offered> {
	return new Map(
		operations
			.filter(isOffered)
			.map((operation) => [toolName(operation), { operation, tool: toolOf(operation) }])
	);
}
