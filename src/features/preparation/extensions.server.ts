import { interviewChanged } from '#features/interviews/writes/interview-changed.server.ts';
import { extension, type Extension } from '#kernel/extension.ts';
import { followInterview } from './writes/follow-interview.server.ts';

/** This feature's contributions to the extension points of other features. */
export const preparationExtensions: readonly Extension[] = [
	extension(interviewChanged, followInterview)
];
