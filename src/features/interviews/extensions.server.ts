import { extension, type Extension } from '#kernel/extension.ts';
import { personTraces } from '#server/person-traces.ts';
import { interviewTraces } from './writes/traces.server.ts';

/** What this feature adds where others ask. */
export const interviewExtensions: readonly Extension[] = [extension(personTraces, interviewTraces)];
