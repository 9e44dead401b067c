import { clarityAddress } from '#kernel/page-addresses.ts';
import type { Finding, NextTask } from './finding.ts';
import type { SoftAnswers, SoftItem } from './readiness-facts.ts';
import { softItemText } from './soft-item-text.ts';

/** An answer of this or less, after reversal, is a warning (method 1). */
export const WARNING_AT = 2;
const LOWEST = 1;
const HIGHEST = 5;
const reversed: ReadonlySet<SoftItem> = new Set(['fear', 'pressure']);
const items: readonly SoftItem[] = ['clarity', 'satisfaction', 'fear', 'pressure', 'confidence'];

const unanswered: Finding = {
	code: 'soft-unanswered',
	kind: 'warning',
	sentence: 'five short questions are not answered yet',
	task: {
		code: 'answer-check',
		sentence:
			'Five short questions are left. They take about two minutes, and there are no wrong answers.',
		action: 'Answer questions',
		anchor: clarityAddress('answers')
	}
};

/** What comes before every other soft task when the answers say that it is heavy. */
export const counsellorTask: NextTask = {
	code: 'see-counsellor',
	sentence:
		'You are under strong pressure, and contacting people feels hard. A counsellor can help you with this.',
	action: 'Find help',
	anchor: clarityAddress('consult')
};

/**
 * The soft side of the check. The method has no rule for answers never given: they are no hard
 * item, so all five together count as one warning, and answering them is the task.
 * @returns warnings only, in the method's order; empty when nothing is worth saying
 */
export function softWarnings(answers: SoftAnswers | undefined): Finding[] {
	if (!answers) return [unanswered];
	return items
		.filter((item) => reading(item, answers[item]) <= WARNING_AT)
		.map((item) => ({
			code: `soft-${item}`,
			kind: 'warning',
			sentence: softItemText[item].warning(answers[item]),
			task: { code: `ease-${item}`, ...softItemText[item].task }
		}));
}

/** Very low confidence (1) together with heavy pressure (5): suggest a human counsellor (method 1). */
export function needsCounsellor(answers: SoftAnswers | undefined): boolean {
	return answers?.confidence === LOWEST && answers.pressure === HIGHEST;
}

/** The answer as it counts, 1 to 5, high is good. */
function reading(item: SoftItem, given: number): number {
	return reversed.has(item) ? LOWEST + HIGHEST - given : given;
}
