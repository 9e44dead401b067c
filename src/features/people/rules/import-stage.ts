import type { z } from 'zod';
import type { importStages } from '../schemas/imports.ts';

export type ImportStage = z.infer<typeof importStages>;

/** The facts of an import that decide where it stands. */
export type ImportFacts = Record<
	'header' | 'mapping' | 'read_at' | 'failed_at' | 'committed_at' | 'undone_at',
	string | null
>;

/**
 * Where an import stands: being read, waiting for someone to say what its columns are, ready to
 * be looked at, stopped, in the address book, or gone before or after it was there.
 */
export function importStage(facts: ImportFacts): ImportStage {
	if (facts.undone_at) return facts.committed_at ? 'undone' : 'discarded';
	if (facts.committed_at) return 'committed';
	if (facts.failed_at) return 'failed';
	if (facts.read_at) return 'ready';
	return facts.header && !facts.mapping ? 'mapping' : 'reading';
}
