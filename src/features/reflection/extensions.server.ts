import { talkSaid } from '#features/outreach/reads/said.server.ts';
import { extension, type Extension } from '#kernel/extension.ts';
import { personReferences } from '#server/person-references.ts';
import { readSaid } from './reads/said.server.ts';
import { reflectionTraces } from './writes/traces.server.ts';

/** What this feature adds where others ask. */
export const reflectionExtensions: readonly Extension[] = [
	extension(personReferences, reflectionTraces),
	extension(talkSaid, readSaid)
];
