import { type Refusal, refuseConflict, refuseInvalid } from '#kernel/refusal.ts';

/** One to three goals per interview (method 5). */
export const MOST_GOALS = 3;
/** Most characters: a goal is a sentence or two [D]. */
export const LONGEST_GOAL = 240;

/**
 * Whether another goal may be added.
 * @param count number of goals of the interview
 * @returns `goals.three-named` at three, else undefined
 */
export function mayAddGoal(count: number): Refusal | undefined {
	if (count < MOST_GOALS) return undefined;
	return refuseConflict(
		'goals.three-named',
		'A conversation has at most three goals, and your three are saved. Delete one first, or use this goal in another interview.',
		'text'
	);
}

/**
 * Normalizes a goal's text: trimmed, runs of white space collapsed.
 * @throws Refusal `goals.empty` or `goals.too-long`
 */
export function goalText(text: string): string {
	const goal = text.trim().replace(/\s+/g, ' ');
	if (goal === '') {
		throw refuseInvalid(
			'goals.empty',
			'This field is empty, so nothing was changed. Write one thing you would like to learn, in your own words.',
			'text'
		);
	}
	if (goal.length > LONGEST_GOAL) {
		throw refuseInvalid(
			'goals.too-long',
			`A goal has at most ${LONGEST_GOAL} characters; this one has ${goal.length}. Nothing you typed is lost. Shorten it to one thing to learn.`,
			'text'
		);
	}
	return goal;
}

/**
 * Matches phrases that ask for a job for oneself: "how did you get your first job" is a fine goal,
 * "get a job there" is not.
 */
const jobAsks: readonly RegExp[] = [
	/\b(any|there) (\w+ )?(openings?|vacanc(y|ies)|open positions?)\b/i,
	/\b(you|they|team) (are |is )?(currently )?hiring\b/i,
	/\b(are|is) (you|they|the \w+|your \w+) (currently )?(hiring|recruiting)\b/i,
	/\b(hire|recruit|employ|refer|recommend) me\b/i,
	/^(get|find|land|secure|ask for|apply for)( me| myself)? (a|an|the|my|this) (\w+ )?(job|position|role|internship|referral|interview|offer)\b/i,
	/\b(give|offer|get|find) me (a|an|the|some) (\w+ )?(job|position|role|internship|referral|offer|work)\b/i,
	/\b(send|show|hand|pass on|give|forward)\b.{0,20}\bmy (cv|résumé|resume)(?!\p{L})/iu
];

/**
 * Hint on a goal that reads like asking for a job; it is not refused. Only English texts match.
 * @returns a sentence to show at the field, or undefined
 */
export function jobAskFlag(goal: string): string | undefined {
	if (!jobAsks.some((pattern) => pattern.test(goal))) return undefined;
	return 'This sounds like asking for a job, and people may hesitate to answer. What do you want to learn about the work?';
}
