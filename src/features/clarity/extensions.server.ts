import { extension, type Extension } from '#kernel/extension.ts';
import { personReferences } from '#server/person-references.ts';
import { clarityReferences } from './writes/person-references.server.ts';

/** This feature's contributions to the extension points of other features. */
export const clarityExtensions: readonly Extension[] = [
	extension(personReferences, clarityReferences)
];
