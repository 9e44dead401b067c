import type { CallToolResult } from '@modelcontextprotocol/server';
import { Refusal } from '#kernel/refusal.ts';
import type { UndoStep } from '#kernel/operation.ts';
import type { AnyOperation, Caller } from '#server/perform.ts';
import type { App } from '../app.server.ts';
import { failed } from '../rest/refusals.ts';
import { inverseFor, performUndoable } from '../undo.ts';
import { isOffered, toolName, type Offered } from './tools.ts';

/**
 * Converts a refusal to a tool error: the sentence for the model, then code and fields as JSON text. They
 * are not structured content, since older clients would validate that against the output schema of the
 * tool.
 */
function refused({ sentence, code, fields }: Refusal): CallToolResult {
	return {
		isError: true,
		content: [
			{ type: 'text', text: sentence },
			{ type: 'text', text: JSON.stringify({ code, fields }) }
		]
	};
}

/** The tool that undoes a call and its input, as JSON text. */
function undoHint(inverse: AnyOperation, { input }: UndoStep) {
	const text = JSON.stringify({ undo: { tool: toolName(inverse), input } });
	return { type: 'text' as const, text };
}

/**
 * Performs the operation of a tool for a caller. Each call is logged with the key, the tool, the outcome
 * and the duration in milliseconds, never with input or output.
 * @param input as received; the schema of the operation validates it
 * @returns the output of the operation, or the refusal as a tool error; never throws
 */
export async function call(
	app: App,
	{ operation, tool }: Offered,
	caller: Caller,
	input: unknown
): Promise<CallToolResult> {
	const began = performance.now();
	let outcome = 'ok';
	let result: CallToolResult;
	try {
		const { output, undo } = await performUndoable(app, operation, caller, input);
		// Fields that the output schema does not have are removed, as over REST.
		const answer = operation.output.parse(output) as Record<string, unknown>;
		const inverse = inverseFor(caller.actor, undo);
		result = {
			content: [
				{ type: 'text', text: JSON.stringify(answer) },
				...(undo && inverse && isOffered(inverse) ? [undoHint(inverse, undo)] : [])
			],
			structuredContent: answer
		};
	} catch (error) {
		const refusal = error instanceof Refusal ? error : failed;
		if (refusal === failed) app.log.error({ error, tool: tool.name }, 'a tool failed');
		outcome = refusal.code;
		result = refused(refusal);
	}
	const key = caller.actor.kind === 'key' ? caller.actor.keyId : caller.actor.kind;
	const millis = Math.round(performance.now() - began);
	app.log.info({ tool: tool.name, key, outcome, millis }, 'an assistant called a tool');
	return result;
}
