import { extension, type Extension } from '#kernel/extension.ts';
import { personReferences } from '#server/person-references.ts';
import { interviewReferences } from './writes/person-references.server.ts';

/** What this feature adds where others ask. */
export const interviewExtensions: readonly Extension[] = [
	extension(personReferences, interviewReferences)
];
