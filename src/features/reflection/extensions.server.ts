import { talkTexts } from '#features/outreach/reads/noted-texts.server.ts';
import { extension, type Extension } from '#kernel/extension.ts';
import { personReferences } from '#server/person-references.ts';
import { readNotedTexts } from './reads/noted-texts.server.ts';
import { reflectionReferences } from './writes/person-references.server.ts';

/** This feature's contributions to the extension points of other features. */
export const reflectionExtensions: readonly Extension[] = [
	extension(personReferences, reflectionReferences),
	extension(talkTexts, readNotedTexts)
];
