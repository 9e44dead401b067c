import type { ReadinessNow } from '../schemas.ts';

/** What the page shows beside the verdict. */
export type Reason = ReadinessNow['reasons'][number];
export type FindingKind = Reason['kind'];
/** The one thing to do next. */
export type NextTask = ReadinessNow['nextTask'];

/** A reason, and the task that would settle it. */
export interface Finding extends Reason {
	task?: NextTask;
}

/** The word before a reason's sentence, in bold on the page. */
export const findingLabels: Record<FindingKind, string> = {
	done: '',
	missing: 'Missing:',
	fails: 'First:',
	warning: 'Worth knowing:'
};

/** A hard item that is not there yet, with the task that brings it. */
export function missing(code: string, sentence: string, task: NextTask): Finding {
	return { code, kind: 'missing', sentence, task };
}
