export type ClosingReason =
	'no-answer' | 'declined' | 'not-now' | 'wrong-person' | 'theme-rests' | 'forgotten' | 'other';

/**
 * Reasons for closing an interview early. With `stays` it cannot be reopened, since that would lead to
 * asking the same person twice; the text says why. Undo of a mistaken close is a separate operation.
 */
export const closingReasons: Record<ClosingReason, { name: string; stays?: string }> = {
	'no-answer': { name: 'No answer' },
	declined: {
		name: 'Declined',
		stays: 'They said no, so this interview stays closed. Someone else may know the same work.'
	},
	'not-now': { name: 'Not now' },
	'wrong-person': {
		name: 'Not the right person',
		stays:
			'They were not the right person, so this interview stays closed. Plan an interview with someone else.'
	},
	'theme-rests': { name: 'Theme parked or ended' },
	forgotten: {
		name: 'Asked to be forgotten',
		stays:
			'They asked to be forgotten, so this interview stays closed. Someone else may know the same work.'
	},
	other: { name: 'Another reason' }
};
