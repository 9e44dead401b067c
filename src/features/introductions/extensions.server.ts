import { extension, type Extension } from '#kernel/extension.ts';
import { personReferences } from '#server/person-references.ts';
import { introductionTraces } from './writes/traces.server.ts';

/** What this feature adds where others ask. */
export const introductionExtensions: readonly Extension[] = [
	extension(personReferences, introductionTraces)
];
