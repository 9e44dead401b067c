/**
 * The test-drive ladder (method.md, Words): each rung costs more than the one below it. The last
 * three are commitments, not tests.
 */
export const rungs = [
	'talk',
	'shadow',
	'try',
	'small-project',
	'training',
	'business',
	'application'
] as const;
export type Rung = (typeof rungs)[number];

export const rungNames: Record<Rung, string> = {
	talk: 'Conversation',
	shadow: 'Job shadowing',
	try: 'Trial',
	'small-project': 'Small project',
	training: 'Training',
	business: 'Business',
	application: 'Application'
};

/** What each rung means, in words for the explorer. */
export const rungDescriptions: Record<Rung, string> = {
	talk: 'hear about the work from someone who does it',
	shadow: 'spend a day with someone at work',
	try: 'do a part of the work once',
	'small-project': 'do something small for someone who needs it',
	training: 'learn the work in a course',
	business: 'start your own business',
	application: 'apply for a job'
};

/** The rungs planned as experiments; talks are planned as interviews. */
export const plannedRungs = rungs.filter((rung) => rung !== 'talk');

/** The commitments at the top, alternatives to each other. */
const commitments: ReadonlySet<Rung> = new Set(['training', 'business', 'application']);

/**
 * The next rung: the one above the highest done, a talk at first. Above the small project, of three
 * alternatives, training is named.
 * @param talks number of talks held about the theme
 * @param done completed rungs, in any order
 */
export function nextRung(talks: number, done: readonly Rung[]): Rung {
	if (talks === 0) return 'talk';
	const highest = Math.max(0, ...done.map((rung) => rungs.indexOf(rung)));
	const next = rungs[highest + 1];
	const top = rungs[highest];
	if (top && commitments.has(top)) return top;
	return next ?? 'training';
}
