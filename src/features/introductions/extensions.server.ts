import { extension, type Extension } from '#kernel/extension.ts';
import { personReferences } from '#server/person-references.ts';
import { introductionReferences } from './writes/person-references.server.ts';

/** What this feature adds where others ask. */
export const introductionExtensions: readonly Extension[] = [
	extension(personReferences, introductionReferences)
];
