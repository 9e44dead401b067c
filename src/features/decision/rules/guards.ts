import { addDays, type Day } from '#kernel/clock.ts';
import { refuse, refuseInvalid } from '#kernel/refusal.ts';

// Guards against wishful thinking (method.md 9).

/** Most days from today to a review date; 2 years [D]. */
export const LOOK_AGAIN_WITHIN_DAYS = 730;
/** Days from today to the review date by default: a season (method.md, Words) [D]. */
export const LOOK_AGAIN_AFTER_DAYS = 90;

/**
 * Requires that the strongest evidence against the theme is written down.
 * @returns its text
 * @throws Refusal `decisions.counter-evidence-missing`
 */
export function requireCounterEvidence(written: string | undefined): string {
	if (written) return written;
	throw refuse(
		'too-soon',
		'decisions.counter-evidence-missing',
		'The strongest evidence against this theme is missing. Nothing was changed, and what you typed is still here. Write that evidence first.'
	);
}

/**
 * Requires a review date after today and within two years.
 * @param today the explorer's local date
 * @throws Refusal `decisions.look-again-past`, `decisions.look-again-far`
 */
export function requireSensibleDay(lookAgainOn: Day, today: Day): void {
	if (lookAgainOn <= today) {
		throw refuseInvalid(
			'decisions.look-again-past',
			'The review date must be after today. What you typed is still here. Choose a later date.',
			'lookAgainOn'
		);
	}
	if (lookAgainOn > addDays(today, LOOK_AGAIN_WITHIN_DAYS)) {
		throw refuseInvalid(
			'decisions.look-again-far',
			'The review date must be within two years. What you typed is still here. Choose an earlier date.',
			'lookAgainOn'
		);
	}
}
