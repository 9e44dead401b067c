import { figured, listed } from '#kernel/number-text.ts';
import type { Held } from '../schemas.ts';

export type { Held };

/** What is named by its own word, in this order; the rest is counted together. */
const nouns: [table: string, one: string, many: string][] = [
	['people', 'person', 'people'],
	['themes', 'theme', 'themes'],
	['interviews', 'interview', 'interviews'],
	['messages', 'message', 'messages'],
	['talks', 'talk', 'talks'],
	['insights', 'insight', 'insights'],
	['introductions', 'introduction', 'introductions'],
	['decisions', 'decision', 'decisions']
];

/** These come about by themselves, so that a workspace that holds nothing else is empty. */
const byItself: ReadonlySet<string> = new Set(['audit_events', 'holidays']);

/** Whether a workspace holds nothing that somebody put there. */
export function isEmpty(holds: readonly Held[]): boolean {
	return holds.every(({ table, rows }) => rows === 0 || byItself.has(table));
}

/**
 * What a workspace holds, as one says it: `412 people, 3 themes and 57 other entries`.
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
