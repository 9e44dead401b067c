import { interviewChanged } from '#features/interviews/writes/changed.server.ts';
import { extension, type Extension } from '#kernel/extension.ts';
import { followInterview } from './writes/follow-interview.server.ts';

/** What this feature adds where others ask. */
export const preparationExtensions: readonly Extension[] = [
	extension(interviewChanged, followInterview)
];
