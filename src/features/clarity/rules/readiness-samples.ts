import type { ReadinessFacts } from './readiness-facts.ts';

const theme = (seat: number, title: string) => ({
	id: `theme-${seat}`,
	title,
	activity: 'Choose, cut and shape other people’s stories',
	setting: 'A small office, with writers and one art director',
	pull: 'I rewrite the menu in every restaurant I sit in',
	seat
});

/** Facts of a ready explorer without any warning; tests remove parts of them. */
export const readyFacts: ReadinessFacts = {
	themes: [theme(1, 'Magazine editing'), theme(2, 'Technical writing'), theme(3, 'Counselling')],
	parkedCount: 1,
	otherOptions: 1,
	interests: 3,
	strengths: 3,
	values: 3,
	criteria: { count: 5, dealBreakers: 1, dealBreakersConsidered: true },
	answers: {
		clarity: 4,
		satisfaction: 4,
		fear: 2,
		pressure: 2,
		confidence: 3,
		answeredAt: '2026-11-21T09:00:00.000Z'
	},
	topSince: '2026-11-19T08:00:00.000Z',
	now: '2026-11-21T09:00:00.000Z'
};

/** Facts of a new workspace: all empty. */
export const emptyFacts: ReadinessFacts = {
	themes: [],
	parkedCount: 0,
	otherOptions: 0,
	interests: 0,
	strengths: 0,
	values: 0,
	criteria: { count: 0, dealBreakers: 0, dealBreakersConsidered: false },
	now: '2026-11-21T09:00:00.000Z'
};
