import type { ReadinessNow } from '../schemas.ts';

/** A reason shown beside the verdict. */
export type Reason = ReadinessNow['reasons'][number];
export type FindingKind = Reason['kind'];
/** The one next task. */
export type NextTask = ReadinessNow['nextTask'];

/** A reason with the task that settles it. */
export interface Finding extends Reason {
	task?: NextTask;
}

/** Label in bold before a reason's sentence. */
export const findingLabels: Record<FindingKind, string> = {
	done: '',
	missing: 'Missing:',
	fails: 'To do first:',
	warning: 'Note:'
};

/** Makes the finding of a hard item that is not met, with its task. */
export function missing(code: string, sentence: string, task: NextTask): Finding {
	return { code, kind: 'missing', sentence, task };
}
