import { extension, type Extension } from '#kernel/extension.ts';
import { personReferences } from '#server/person-references.ts';
import { outreachReferences } from './writes/person-references.server.ts';

/** Registers this feature's references to a person: what to count and to erase. */
export const outreachExtensions: readonly Extension[] = [
	extension(personReferences, outreachReferences)
];
