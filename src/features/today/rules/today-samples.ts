import type { TodayFacts, TodayInterview } from './today-facts.ts';

const STOCKHOLM = 'Europe/Stockholm';

/** Monday 23 November 2026, 10:42 in Gothenburg; nothing in the workspace yet. */
export const firstDay: TodayFacts = {
	now: '2026-11-23T09:42:00.000Z',
	zone: STOCKHOLM,
	readiness: {
		verdict: 'too-soon',
		nextTask: {
			code: 'name-theme',
			sentence: 'Name one to three themes.',
			action: 'Take the first seat',
			anchor: '/clarity#themes'
		},
		outreach: 'closed'
	},
	overridden: false,
	people: 0,
	interviews: [],
	waiting: 0,
	imports: [],
	parked: []
};

/** Themes are clear, the address book is in. */
export const readyDay: TodayFacts = {
	...firstDay,
	readiness: {
		verdict: 'ready',
		nextTask: {
			code: 'find-people',
			sentence: 'You know more people near your themes than you think.',
			action: 'Find someone to ask',
			anchor: '/people'
		},
		outreach: 'open'
	},
	people: 800
};

/** An interview that asks for nothing by itself; tests add what they are about. */
export function thread(
	personName: string,
	parts: Partial<TodayInterview> & Pick<TodayInterview, 'stage'>
): TodayInterview {
	return {
		id: personName.toLowerCase().replaceAll(' ', '-'),
		personName,
		themeTitle: 'Magazine editing',
		since: '2026-11-09T08:00:00.000Z',
		goals: 2,
		sources: 3,
		...parts
	};
}

/** The threads of the mock-up's Monday. */
export const mondayThreads: TodayInterview[] = [
	thread('Marguerite Osei', {
		stage: 'thanked',
		tellOn: '2026-11-23',
		introduction: { connector: 'Karin', agreedAt: '2026-11-01T08:00:00.000Z' }
	}),
	thread('Graça Monteverde', {
		stage: 'asked',
		themeTitle: 'School counselling',
		cadence: { quietFor: 3, secondPersonOn: '2026-11-23', chaserOn: '2026-11-27' }
	}),
	thread('Ruth Ellery', {
		stage: 'asked',
		cadence: { quietFor: 7, secondPersonOn: '2026-11-17', chaserOn: '2026-11-23' }
	}),
	thread('Tom Ashworth', { stage: 'asked', answeredAt: '2026-11-23T07:00:00.000Z' }),
	thread('Priya Raman', { stage: 'talked', heldAt: '2026-11-23T08:50:00.000Z' }),
	thread('Inês Falcato', {
		stage: 'agreed',
		sources: 2,
		meeting: { startsAt: '2026-11-23T15:00:00.000Z', minutes: 15, medium: 'phone' }
	})
];
