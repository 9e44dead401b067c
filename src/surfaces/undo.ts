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

/** How a program takes back what it just did: an address, and a body where the verb has one. */
export interface UndoLink {
	method: string;
	href: string;
	body?: Record<string, unknown>;
}

/** A step as a request: what stands in the path leaves the rest for the query or the body. */
export function undoLink(inverse: AnyOperation, { input }: UndoStep): UndoLink {
	const { verb: method, path } = inverse.http;
	const left = new Map(Object.entries(input).filter(([, value]) => value !== undefined));
	const href = `/api/v1${path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
		const value = left.get(name);
		left.delete(name);
		return encodeURIComponent(String(value));
	})}`;
	if (method === 'GET' || method === 'DELETE') {
		const query = new URLSearchParams(
			[...left].flatMap(([name, value]) =>
				[value].flat().map((each) => [name, each === null ? '' : String(each)])
			)
		);
		return { method, href: query.size > 0 ? `${href}?${query}` : href };
	}
	return { method, href, ...(left.size > 0 ? { body: Object.fromEntries(left) } : {}) };
}

/** Performs an operation. @returns what it answered, and what takes it back, where it changed something */
export async function performUndoable<Input extends z.ZodType, Output extends z.ZodType>(
	performer: Performer,
	operation: Operation<Input, Output, Context>,
	caller: Caller,
	input: unknown
): Promise<{ output: z.output<Output>; undo: UndoStep | undefined }> {
	let undo: UndoStep | undefined;
	const output = await perform(performer, operation, caller, input, async (_, work, undoOf) => {
		const done = await work();
		undo = undoOf(done);
		return done;
	});
	return { output, undo };
}

/** The operation that a step names, where the caller may do it. */
export function inverseFor(actor: Actor, step: UndoStep | undefined): AnyOperation | undefined {
	const inverse = step && operationNamed(step.operation);
	return inverse && can(actor, inverse.effect) === 'yes' ? inverse : undefined;
}
