import type { AnyOperation } from '#server/perform.ts';
import { seeInterview } from './operations/see.server.ts';

export { seeInterview } from './operations/see.server.ts';

export const interviewPageOperations = [seeInterview] as AnyOperation[];
