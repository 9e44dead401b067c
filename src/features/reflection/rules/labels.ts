/** Aspects that an insight can be about (method 7). */
export const aspectNames = {
	'day-to-day': 'Daily work',
	people: 'People',
	skills: 'Skills',
	training: 'Training',
	'way-in': 'Way into the work',
	'pay-and-security': 'Pay and security',
	values: 'Values',
	'worst-parts': 'Worst parts',
	future: 'Future'
} as const;
export type Aspect = keyof typeof aspectNames;
export const aspects = Object.keys(aspectNames) as [Aspect, ...Aspect[]];

/** Stances towards the theme. */
export const stanceNames = { for: 'For', against: 'Against', between: 'Between' } as const;
export type Stance = keyof typeof stanceNames;
export const stances = Object.keys(stanceNames) as [Stance, ...Stance[]];

/** Strengths, 1 weak to 3 strong (method 7). */
export const strengths = [1, 2, 3] as const;
export type Strength = (typeof strengths)[number];
export const strengthNames: Record<Strength, string> = { 1: 'Weak', 2: 'Medium', 3: 'Strong' };
/** Default strength. */
export const USUAL_STRENGTH: Strength = 2;
