import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addHours } from '#kernel/clock.ts';
import type { ReadinessFacts } from './readiness-facts.ts';
import { readyFacts } from './readiness-samples.ts';
import { readiness, type Verdict } from './readiness.ts';

const { now } = readyFacts;
const text = fc.constantFrom('', ' ', 'said');
const soft = fc.integer({ min: 1, max: 5 });
const themes = fc
	.array(fc.record({ activity: text, setting: text, pull: text }), { maxLength: 4 })
	.map((list) =>
		list.map((theme, index) => ({ ...theme, id: `${index}`, title: 'Editing', seat: index + 1 }))
	);
const anyFacts: fc.Arbitrary<ReadinessFacts> = fc.record({
	themes,
	parkedCount: fc.nat(7),
	otherOptions: fc.nat(7),
	interests: fc.nat(4),
	strengths: fc.nat(4),
	values: fc.nat(4),
	criteria: fc.record({
		count: fc.nat(9),
		dealBreakers: fc.nat(2),
		dealBreakersConsidered: fc.boolean()
	}),
	answers: fc.option(
		fc.record({
			clarity: soft,
			satisfaction: soft,
			fear: soft,
			pressure: soft,
			confidence: soft,
			answeredAt: fc.constant(now)
		}),
		{ nil: undefined }
	),
	topSince: fc.option(
		fc.integer({ min: -60, max: 0 }).map((hours) => addHours(now, hours)),
		{ nil: undefined }
	),
	now: fc.constant(now)
});

/** Each satisfies one hard item and leaves the rest unchanged. */
const fulfil = {
	themes: (facts: ReadinessFacts): ReadinessFacts => ({
		...facts,
		themes: facts.themes.length === 0 ? readyFacts.themes.slice(0, 1) : facts.themes.slice(0, 3)
	}),
	described: (facts: ReadinessFacts): ReadinessFacts => ({
		...facts,
		themes: facts.themes.map((each) => ({ ...each, activity: 'a', setting: 's', pull: 'p' }))
	}),
	self: (facts: ReadinessFacts): ReadinessFacts => ({
		...facts,
		interests: 3,
		strengths: 3,
		values: 3
	}),
	criteria: (facts: ReadinessFacts): ReadinessFacts => ({
		...facts,
		criteria: { count: 4, dealBreakers: 0, dealBreakersConsidered: true }
	})
};
const worth: Record<Verdict, number> = { 'too-soon': 0, almost: 1, ready: 2 };
const score = (facts: ReadinessFacts): number => worth[readiness(facts).verdict];

describe('readiness, for any facts', () => {
	it('never gets worse when a hard item is fulfilled', () => {
		fc.assert(
			fc.property(anyFacts, fc.constantFrom(...Object.values(fulfil)), (facts, make) => {
				expect(score(make(facts))).toBeGreaterThanOrEqual(score(facts));
			})
		);
	});

	it('never gets better with one more alternative', () => {
		fc.assert(
			fc.property(anyFacts, (facts) => {
				const parked = { ...facts, parkedCount: facts.parkedCount + 1 };
				const named = { ...facts, otherOptions: facts.otherOptions + 1 };
				expect(score(parked)).toBeLessThanOrEqual(score(facts));
				expect(score(named)).toBe(score(parked));
			})
		);
	});

	it('always has exactly one next task, and closes outreach at too soon only', () => {
		fc.assert(
			fc.property(anyFacts, (facts) => {
				const { nextTask, outreach, verdict } = readiness(facts);
				expect(Object.values(nextTask).every((part) => part !== '')).toBe(true);
				expect(nextTask.anchor).toMatch(/^\/(clarity#|people$)/);
				expect(outreach === 'closed').toBe(verdict === 'too-soon');
			})
		);
	});

	it('never shames: no exclamation mark, no failure, no percent', () => {
		fc.assert(
			fc.property(anyFacts, (facts) => {
				const { reasons, nextTask } = readiness(facts);
				const said = [...reasons.map((reason) => reason.sentence), nextTask.sentence].join(' ');
				expect(said).not.toMatch(/!|%|fail|not ready|\byou should\b/i);
			})
		);
	});
});
