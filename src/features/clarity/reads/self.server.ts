import type { Scope } from '#server/scope.server.ts';
import { selfNotes } from '../store.server.ts';

/** The criteria in their order. */
export { criteria } from '../store.server.ts';

/** The explorer's strengths by rank. */
export async function strengths(scope: Scope): Promise<string[]> {
	return (await selfNotes(scope)).flatMap((note) => (note.kind === 'strength' ? note.text : []));
}
