import type { AnyOperation } from '#server/perform.ts';
import { listInterviews } from './operations/list.server.ts';
import { todayFacts } from './operations/today.server.ts';

export { listInterviews } from './operations/list.server.ts';
export { todayFacts } from './operations/today.server.ts';

export const todayOperations = [todayFacts, listInterviews] as AnyOperation[];
