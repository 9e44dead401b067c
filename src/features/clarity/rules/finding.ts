export type FindingKind = 'done' | 'missing' | 'warning' | 'fails';

/** The one thing to do next. */
export interface NextTask {
	code: string;
	/** why it is worth doing, said kindly */
	sentence: string;
	/** label of the button, a verb first */
	action: string;
	/** where the button leads: a path, with the part of the page where there is one */
	anchor: string;
}

/** What the page shows beside the verdict; its sentence reads on after the kind's lead word. */
export interface Reason {
	code: string;
	kind: FindingKind;
	sentence: string;
}

/** A reason, and the task that would settle it. */
export interface Finding extends Reason {
	task?: NextTask;
}

/** The word before a reason's sentence, in bold on the page. */
export const leadWords: Record<FindingKind, string> = {
	done: '',
	missing: 'Missing:',
	fails: 'First:',
	warning: 'Worth knowing:'
};

/** A hard item that is not there yet, with the task that brings it. */
export function missing(code: string, sentence: string, task: NextTask): Finding {
	return { code, kind: 'missing', sentence, task };
}
