import type { AnyOperation } from '#server/perform.ts';

/** A path as the router writes it: `/interviews/:id`. */
export function routeOf(path: string): string {
	return path.replace(/\{(\w+)\}/g, ':$1');
}

/** A path with its parameters' names left out: they differ between verbs of one address. */
export function placeOf(path: string): string {
	return path.replace(/\{\w+\}/g, '{}');
}

/** `/people/find` before `/people/{id}`: what is spelt out wins over what stands for anything. */
export function byPath(one: { path: string }, other: { path: string }): number {
	const key = ({ path }: { path: string }): string => path.replaceAll('{', '\u{10ffff}');
	return key(one) < key(other) ? -1 : 1;
}

/** The verbs that each address takes, for `Allow`; HEAD goes wherever GET goes. */
export function verbsByPlace(operations: readonly AnyOperation[]): Map<string, string[]> {
	const places = new Map<string, string[]>();
	for (const { http } of operations) {
		const verbs = places.get(placeOf(http.path)) ?? ['OPTIONS'];
		verbs.push(http.verb, ...(http.verb === 'GET' ? ['HEAD'] : []));
		places.set(placeOf(http.path), verbs.sort());
	}
	return places;
}
