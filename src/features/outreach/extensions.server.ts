import { extension, type Extension } from '#kernel/extension.ts';
import { personTraces } from '#server/person-traces.ts';
import { outreachTraces } from './writes/traces.server.ts';

/** What this feature adds where others ask. */
export const outreachExtensions: readonly Extension[] = [extension(personTraces, outreachTraces)];
