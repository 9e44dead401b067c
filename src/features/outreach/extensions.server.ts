import { extension, type Extension } from '#kernel/extension.ts';
import { personReferences } from '#server/person-references.ts';
import { outreachTraces } from './writes/traces.server.ts';

/** What this feature adds where others ask. */
export const outreachExtensions: readonly Extension[] = [
	extension(personReferences, outreachTraces)
];
