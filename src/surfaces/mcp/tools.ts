import type { Tool } from '@modelcontextprotocol/server';
import type { AnyOperation } from '#server/perform.ts';
import { jsonSchemaOf, type Json } from '../json-schema.ts';
import { notes, words } from './descriptions.ts';

/** An operation as an assistant sees it. */
export interface Offered {
	operation: AnyOperation;
	tool: Tool;
}

/** What an assistant may cause; whoever holds a key for more still does it elsewhere. */
const offeredEffects = new Set(['read', 'draft']);

/** Whether an operation is a tool at all. */
export function isOffered({ effect }: Pick<AnyOperation, 'effect'>): boolean {
	return offeredEffects.has(effect);
}

/** `people.list` as `people_list`: many clients take no dot in a tool's name. */
export function toolName(operation: Pick<AnyOperation, 'name'>): string {
	return operation.name.replaceAll('.', '_');
}

/** The protocol wants an object at the root; an operation's shapes are objects throughout. */
function objectSchema(schema: Json): Json & { type: 'object' } {
	if (schema.type !== 'object') throw new Error('A tool takes and gives one object.');
	return { ...schema, type: 'object' };
}

function describe(operation: AnyOperation): string {
	const [noun = ''] = operation.name.split('.');
	const keeps =
		operation.effect === 'draft' ? 'Nothing is sent: the explorer sends.' : 'Changes nothing.';
	return [`${operation.summary}.`, keeps, words[noun], notes[operation.name]]
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
 * The operations that are offered to assistants, in the registry's order, with their schemas made
 * once. What sends, writes or is secure is not among them, whatever the key.
 * @returns by the tool's name
 */
export function offeredOf(operations: readonly AnyOperation[]): ReadonlyMap<string, Offered> {
	return new Map(
		operations
			.filter(isOffered)
			.map((operation) => [toolName(operation), { operation, tool: toolOf(operation) }])
	);
}
