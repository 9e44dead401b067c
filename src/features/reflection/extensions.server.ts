import { talkSaid } from '#features/outreach/reads/said.server.ts';
import { extension, type Extension } from '#kernel/extension.ts';
import { personReferences } from '#server/person-references.ts';
import { readNotedTexts } from './reads/said.server.ts';
import { reflectionReferences } from './writes/person-references.server.ts';

/** This feature's contributions to the extension points of other features. */
export const reflectionExtensions: readonly Extension[] = [
	extension(personReferences, reflectionReferences),
	extension(talkSaid, readNotedTexts)
];
