import { extension, type Extension } from '#kernel/extension.ts';
import { personReferences } from '#server/person-references.ts';
import { clarityTraces } from './writes/traces.server.ts';

/** What this feature adds where others ask. */
export const clarityExtensions: readonly Extension[] = [extension(personReferences, clarityTraces)];
