/** What may be concluded about a theme (method.md 9). */
export const outcomes = ['pursue', 'test-further', 'park', 'let-go'] as const;
export type Outcome = (typeof outcomes)[number];

/** As they stand on a button. */
export const outcomeNames: Record<Outcome, string> = {
	pursue: 'Pursue',
	'test-further': 'Test further',
	park: 'Park',
	'let-go': 'Let go'
};

/** As they are told afterwards. */
export const outcomeSaid: Record<Outcome, string> = {
	pursue: 'You pursue it',
	'test-further': 'You test it further',
	park: 'It rests',
	'let-go': 'You let go of it'
};
