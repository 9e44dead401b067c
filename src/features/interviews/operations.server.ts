import type { AnyOperation } from '#server/perform.ts';
import { noteAnswer, unnoteAnswer } from './operations/answer.server.ts';
import { closeInterview, reopenInterview, uncloseInterview } from './operations/close.server.ts';
import { considerPartner } from './operations/consider.server.ts';
import { findInterviews } from './operations/find.server.ts';
import { changeInterview, planInterview, removeInterview } from './operations/plan.server.ts';

export { noteAnswer, unnoteAnswer } from './operations/answer.server.ts';
export { closeInterview, reopenInterview, uncloseInterview } from './operations/close.server.ts';
export { considerPartner } from './operations/consider.server.ts';
export { findInterviews } from './operations/find.server.ts';
export { changeInterview, planInterview, removeInterview } from './operations/plan.server.ts';

export const interviewOperations = [
	findInterviews,
	considerPartner,
	planInterview,
	changeInterview,
	removeInterview,
	closeInterview,
	reopenInterview,
	uncloseInterview,
	noteAnswer,
	unnoteAnswer
] as AnyOperation[];
