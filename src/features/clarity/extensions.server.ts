import { extension, type Extension } from '#kernel/extension.ts';
import { personTraces } from '#server/person-traces.ts';
import { clarityTraces } from './writes/traces.server.ts';

/** What this feature adds where others ask. */
export const clarityExtensions: readonly Extension[] = [extension(personTraces, clarityTraces)];
