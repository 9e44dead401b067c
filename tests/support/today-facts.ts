import * as fc from 'fast-check';
import { addHours, dayOf } from '#kernel/clock.ts';
import { clarityAddress, peopleAddress } from '#kernel/page-addresses.ts';
import type { TodayFacts, TodayInterview } from '#features/today/rules/today-facts.ts';

const STOCKHOLM = 'Europe/Stockholm';

/** Facts of an empty workspace on Monday 23 November 2026, 10:42 in Gothenburg. */
export const firstDay: TodayFacts = {
	now: '2026-11-23T09:42:00.000Z',
	zone: STOCKHOLM,
	readiness: {
		verdict: 'too-soon',
		nextTask: {
			code: 'name-theme',
			sentence: 'Add one to three themes.',
			action: 'Add theme',
			anchor: clarityAddress('themes')
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

/** Themes are complete, and the address book is imported. */
export const readyDay: TodayFacts = {
	...firstDay,
	readiness: {
		verdict: 'ready',
		nextTask: {
			code: 'find-people',
			sentence: 'Some people in your address book may work in these fields.',
			action: 'Find someone to ask',
			anchor: peopleAddress()
		},
		outreach: 'open'
	},
	people: 800
};

/** An interview without any next step; tests add what they need. */
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

/** The interviews of the Monday in the mock-up. */
export const mondayThreads: TodayInterview[] = [
	thread('Marguerite Osei', {
		stage: 'thanked',
		tellOn: '2026-11-23',
		introduction: { connector: 'Karin', agreedAt: '2026-11-01T08:00:00.000Z' }
	}),
	thread('Graça Monteverde', {
		stage: 'asked',
		themeTitle: 'School counselling',
		cadence: { quietFor: 3, secondPersonOn: '2026-11-23', followUpOn: '2026-11-27' }
	}),
	thread('Ruth Ellery', {
		stage: 'asked',
		cadence: { quietFor: 7, secondPersonOn: '2026-11-17', followUpOn: '2026-11-23' }
	}),
	thread('Tom Ashworth', { stage: 'asked', answeredAt: '2026-11-23T07:00:00.000Z' }),
	thread('Priya Raman', { stage: 'talked', heldAt: '2026-11-23T08:50:00.000Z' }),
	thread('Inês Falcato', {
		stage: 'agreed',
		sources: 2,
		meeting: { startsAt: '2026-11-23T15:00:00.000Z', minutes: 15, medium: 'phone' }
	})
];

const { now } = firstDay;
const around = fc.integer({ min: -400, max: 400 }).map((hours) => addHours(now, hours));
const day = around.map((instant) => dayOf(instant, STOCKHOLM));
const maybe = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> =>
	fc.option(value, { nil: undefined });

const interview = fc
	.record({
		stage: fc.constantFrom('to-ask', 'asked', 'agreed', 'talked', 'thanked', 'closed'),
		since: around,
		goals: fc.nat(3),
		sources: fc.nat(4),
		answeredAt: maybe(around),
		heldAt: maybe(around),
		tellOn: maybe(day),
		nextStepOn: maybe(day),
		mustNotBeContacted: maybe(fc.boolean()),
		underWay: maybe(fc.record({ since: around, minutes: fc.constantFrom(10, 15, 20) })),
		introduction: maybe(fc.record({ connector: fc.constant('Karin'), agreedAt: around })),
		thankConnector: maybe(fc.boolean()),
		nothingLearned: maybe(fc.boolean()),
		tellWhom: maybe(fc.constantFrom('partner', 'partner-again', 'connector')),
		cadence: maybe(
			fc.record({ quietFor: fc.nat(20), secondPersonOn: day, followUpOn: day, closeOn: maybe(day) })
		),
		meeting: maybe(
			fc.record({
				startsAt: around,
				minutes: fc.constantFrom(10, 15, 20),
				medium: fc.constantFrom('phone', 'in-person', 'video')
			})
		)
	})
	.map((parts) => thread('Ruth Ellery', parts));

/** Often empty, so that steps that appear only without others occur too. */
const few = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value[]> =>
	fc.oneof({ weight: 5, arbitrary: fc.constant<Value[]>([]) }, fc.array(value, { maxLength: 2 }));
const id = fc.uuid();
const title = fc.constantFrom('Law', 'Museums');

/** Arbitrary facts, which lead to every kind of step. */
export const anyFacts: fc.Arbitrary<TodayFacts> = fc
	.record({
		base: fc.constantFrom(firstDay, readyDay),
		overridden: fc.boolean(),
		people: fc.nat(2),
		interviews: fc.array(interview, { maxLength: 12 }),
		waiting: fc.nat(6),
		pause: maybe(fc.record({ from: day, until: day })),
		imports: few(
			fc.record({
				id,
				name: fc.constant('Connections.csv'),
				state: fc.constantFrom('preview', 'stopped'),
				done: fc.nat(9),
				total: fc.nat(9),
				since: around
			})
		),
		introduced: few(fc.record({ id, name: title, connector: title, agreedAt: around })),
		events: few(fc.record({ id, title, onDay: day, met: fc.constant(2), left: fc.nat(2) })),
		decided: few(fc.record({ id, themeId: id, title, lookAgainOn: day })),
		failingWebhooks: few(fc.record({ id, host: title, since: around })),
		parked: few(fc.record({ id, title, parkedOn: day, lookAgainOn: maybe(day) }))
	})
	.map(({ base, interviews, ...parts }) => ({
		...base,
		...parts,
		interviews: interviews.map((each, index) => ({
			...each,
			id: `thread-${index}`,
			personName: `Ruth ${index % 3}`
		}))
	}));
