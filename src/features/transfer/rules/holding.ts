import { figured, listed } from '#kernel/number-text.ts';
import type { Held } from '../schemas.ts';

export type { Held };

/** Tables named in the summary, in this order, with their nouns; all others are counted together. */
const nouns: [table: string, one: string, many: string][] = [
	['people', 'person', 'people'],
	['themes', 'theme', 'themes'],
	['interviews', 'interview', 'interviews'],
	['messages', 'message', 'messages'],
	['talks', 'conversation', 'conversations'],
	['insights', 'insight', 'insights'],
	['introductions', 'introduction', 'introductions'],
	['decisions', 'decision', 'decisions']
];

/** Tables filled automatically; a workspace with rows in no other table is empty. */
const byItself: ReadonlySet<string> = new Set(['audit_events', 'holidays']);

/** Whether a workspace has only automatically generated rows. */
export function isEmpty(holds: readonly Held[]): boolean {
	return holds.every(({ table, rows }) => rows === 0 || byItself.has(table));
}

/**
 * Summary of the contents of a workspace: `412 people, 3 themes and 57 other entries`.
 * @returns `nothing yet` for an empty one
 */
export function heldText(holds: readonly Held[]): string {
	const counts = new Map(
		holds.filter(({ table }) => !byItself.has(table)).map(({ table, rows }) => [table, rows])
	);
	const named = nouns.flatMap(([table, one, many]) => {
		const count = counts.get(table) ?? 0;
		counts.delete(table);
		return count > 0 ? [figured(count, one, many)] : [];
	});
	const rest = [...counts.values()].reduce((sum, count) => sum + count, 0);
	const other = named.length > 0 ? 'other ' : '';
	if (rest > 0) named.push(figured(rest, `${other}entry`, `${other}entries`));
	return listed(named) || 'nothing yet';
}
