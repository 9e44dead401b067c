import { extension, type Extension } from '#kernel/extension.ts';
import { personTraces } from '#server/person-traces.ts';
import { introductionTraces } from './writes/traces.server.ts';

/** What this feature adds where others ask. */
export const introductionExtensions: readonly Extension[] = [
	extension(personTraces, introductionTraces)
];
