import { talkSaid } from '#features/outreach/reads/said.server.ts';
import { extension, type Extension } from '#kernel/extension.ts';
import { personReferences } from '#server/person-references.ts';
import { readSaid } from './reads/said.server.ts';
import { reflectionReferences } from './writes/person-references.server.ts';

/** What this feature adds where others ask. */
export const reflectionExtensions: readonly Extension[] = [
	extension(personReferences, reflectionReferences),
	extension(talkSaid, readSaid)
];
