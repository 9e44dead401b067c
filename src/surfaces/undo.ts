import { can, type Actor } from '#kernel/access.ts';
import type { UndoStep } from '#kernel/operation.ts';
import type { AnyOperation } from '#server/perform.ts';
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

/**
 * The inverse of what was just done, where there is one and the caller may do it, with its input.
 * @param raw the input as it was given
 */
export function inverseFor(
	actor: Actor,
	operation: AnyOperation,
	raw: unknown,
	output: unknown
): { inverse: AnyOperation; step: UndoStep } | undefined {
	const step = operation.undo?.(output, operation.input.parse(raw));
	const inverse = step && operationNamed(step.operation);
	return inverse && can(actor, inverse.effect) === 'yes' ? { inverse, step } : undefined;
}
