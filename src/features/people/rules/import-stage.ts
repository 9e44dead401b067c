import type { z } from 'zod';
import type { importStages } from '../schemas/imports.ts';

export type ImportStage = z.infer<typeof importStages>;

/** Dates of an import that determine its stage. */
export type ImportFacts = Record<
	'header' | 'mapping' | 'read_at' | 'failed_at' | 'committed_at' | 'undone_at',
	string | null
>;

/**
 * Stage of an import: being read, awaiting a mapping of its columns, ready to commit, failed,
 * committed, discarded or undone.
 */
export function importStage(facts: ImportFacts): ImportStage {
	if (facts.undone_at) return facts.committed_at ? 'undone' : 'discarded';
	if (facts.committed_at) return 'committed';
	if (facts.failed_at) return 'failed';
	if (facts.read_at) return 'ready';
	return facts.header && !facts.mapping ? 'mapping' : 'reading';
}
