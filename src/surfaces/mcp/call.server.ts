import type { CallToolResult } from '@modelcontextprotocol/server';
import { Refusal } from '#kernel/refusal.ts';
import type { UndoStep } from '#kernel/operation.ts';
import type { AnyOperation, Caller } from '#server/perform.ts';
import type { App } from '../app.server.ts';
import { failed } from '../rest/refusals.ts';
import { inverseFor, performUndoable } from '../undo.ts';
import { isOffered, toolName, type Offered } from './tools.ts';

/**
 * A refusal as a tool's error: the sentence for the model, then code and fields as JSON. They are
 * no structured content, since older clients hold that against the schema of a success.
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

/** The tool that takes a call back, and its input. */
function wayBack(inverse: AnyOperation, { input }: UndoStep) {
	const text = JSON.stringify({ undo: { tool: toolName(inverse), input } });
	return { type: 'text' as const, text };
}

/**
 * Performs one tool's operation for one caller. Each call leaves a line in the log: who, which
 * tool, how it ended and how long it took in milliseconds, never what went in or came out.
 * @param input as it came; the operation's own shape judges it
 * @returns the answer in the operation's shape, or the refusal; never throws
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
		// As over REST: anything beyond the promised shape stays inside.
		const answer = operation.output.parse(output) as Record<string, unknown>;
		const inverse = inverseFor(caller.actor, undo);
		result = {
			content: [
				{ type: 'text', text: JSON.stringify(answer) },
				...(undo && inverse && isOffered(inverse) ? [wayBack(inverse, undo)] : [])
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
