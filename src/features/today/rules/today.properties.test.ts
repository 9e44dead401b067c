import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addHours } from '#kernel/clock.ts';
import { firstDay, readyDay, thread } from './today-samples.ts';
import type { TodayFacts } from './today-facts.ts';
import { MOST_SHOWN, today } from './today.ts';

const { now } = firstDay;
const around = fc.integer({ min: -400, max: 400 }).map((hours) => addHours(now, hours));
const day = around.map((instant) => instant.slice(0, 10));
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
		cadence: maybe(
			fc.record({ quietFor: fc.nat(20), secondPersonOn: day, chaserOn: day, closeOn: maybe(day) })
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

const anyFacts: fc.Arbitrary<TodayFacts> = fc
	.record({
		base: fc.constantFrom(firstDay, readyDay),
		overridden: fc.boolean(),
		people: fc.nat(2),
		interviews: fc.array(interview, { maxLength: 12 }),
		waiting: fc.nat(6),
		pause: maybe(fc.record({ from: day, until: day })),
		parked: fc.array(
			fc.record({
				id: fc.uuid(),
				title: fc.constantFrom('Law', 'Museums'),
				parkedOn: day,
				lookAgainOn: maybe(day)
			}),
			{ maxLength: 2 }
		)
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

describe('today, for any facts', () => {
	it('shows seven at most, and folds only when seven are shown', () => {
		fc.assert(
			fc.property(anyFacts, (facts) => {
				const { first, also, folded } = today(facts);
				const shown = also.length + (first ? 1 : 0);
				expect(shown).toBeLessThanOrEqual(MOST_SHOWN);
				if (folded.length > 0) expect(shown).toBe(MOST_SHOWN);
				if (!first) expect(also).toEqual([]);
			})
		);
	});

	it('gives the same list in whatever order the threads come', () => {
		fc.assert(
			fc.property(anyFacts, (facts) => {
				const turned = { ...facts, interviews: facts.interviews.toReversed() };
				expect(today(turned)).toEqual(today(facts));
			})
		);
	});

	it('takes one step from each thread at most', () => {
		fc.assert(
			fc.property(anyFacts, (facts) => {
				const { first, also, folded } = today(facts);
				const ids = [first, ...also, ...folded].flatMap((step) =>
					step?.about?.kind === 'interview' ? [step.about.id] : []
				);
				expect(new Set(ids).size).toBe(ids.length);
			})
		);
	});

	it('always has a first step without interviews, unless the season rests', () => {
		fc.assert(
			fc.property(anyFacts, (facts) => {
				const { first } = today({ ...facts, interviews: [], pause: undefined });
				expect(first).toBeDefined();
			})
		);
	});
});
