import type { z } from 'zod';
import { can, type Actor } from '#kernel/access.ts';
import type { Operation, UndoStep } from '#kernel/operation.ts';
import {
	perform,
	type AnyOperation,
	type Caller,
	type Context,
	type Performer
} from '#server/perform.ts';
import { operationNamed } from './registry.server.ts';

/** The request that undoes an operation: method, address, and a body where the method has one. */
export interface UndoLink {
	method: string;
	href: string;
	body?: Record<string, unknown>;
}

/**
 * Converts an undo step to a request: fields of the path go there, all others into the query or the body.
 */
export function undoLink(inverse: AnyOperation, { input }: UndoStep): UndoLink {
	const { verb: method, path } = inverse.http;
	const remaining = new Map(Object.entries(input).filter(([, value]) => value !== undefined));
	const href = `/api/v1${path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
		const value = remaining.get(name);
		remaining.delete(name);
		return encodeURIComponent(String(value));
	})}`;
	if (method === 'GET' || method === 'DELETE') {
		const query = new URLSearchParams(
			[...remaining].flatMap(([name, value]) =>
				[value].flat().map((each) => [name, each === null ? '' : String(each)])
			)
		);
		return { method, href: query.size > 0 ? `${href}?${query}` : href };
	}
	return { method, href, ...(remaining.size > 0 ? { body: Object.fromEntries(remaining) } : {}) };
}

/**
 * Performs an operation.
 * @returns its output, and the step that undoes it where it changed something
 */
export async function performUndoable<Input extends z.ZodType, Output extends z.ZodType>(
	performer: Performer,
	operation: Operation<Input, Output, Context>,
	caller: Caller,
	input: unknown
): Promise<{ output: z.output<Output>; undo: UndoStep | undefined }> {
	if (operation.effect === 'read') {
		return { output: await perform(performer, operation, caller, input), undo: undefined };
	}
	let undo: UndoStep | undefined;
	const output = await perform(performer, operation, caller, input, async (_, work, undoOf) => {
		const done = await work();
		undo = undoOf(done);
		return done;
	});
	return { output, undo };
}

/** The operation of an undo step; undefined where the actor may not perform it. */
export function inverseFor(actor: Actor, step: UndoStep | undefined): AnyOperation | undefined {
	const inverse = step && operationNamed(step.operation);
	return inverse && can(actor, inverse.effect) === 'yes' ? inverse : undefined;
}
