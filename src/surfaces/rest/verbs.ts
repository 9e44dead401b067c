import type { AnyOperation } from '#server/perform.ts';

/** A path in the syntax of Hono: `/interviews/:id`. */
export function routeOf(path: string): string {
	return path.replace(/\{(\w+)\}/g, ':$1');
}

/**
 * A path without the names of its parameters, which differ between the verbs of one path:
 * `/interviews/{}`.
 */
export function pathPattern(path: string): string {
	return path.replace(/\{\w+\}/g, '{}');
}

/** Sorts literal path segments before parameters: `/people/find` before `/people/{id}`. */
export function byPath(one: { path: string }, other: { path: string }): number {
	const key = ({ path }: { path: string }): string => path.replaceAll('{', '\u{10ffff}');
	return key(one) < key(other) ? -1 : 1;
}

/** The HTTP methods of each path, for `Allow`; HEAD wherever there is GET. */
export function verbsByPath(operations: readonly AnyOperation[]): Map<string, string[]> {
	const result = new Map<string, string[]>();
	for (const { http } of operations) {
		const verbs = result.get(pathPattern(http.path)) ?? ['OPTIONS'];
		verbs.push(http.verb, ...(http.verb === 'GET' ? ['HEAD'] : []));
		result.set(pathPattern(http.path), verbs.sort());
	}
	return result;
}
