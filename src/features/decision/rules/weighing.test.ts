import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { HeldTalk, Insight } from './cell.ts';
import { weighThemes, type Criterion } from './weighing.ts';
import { rankOrderCentroid } from './weights.ts';

const criteria: Criterion[] = [
	{ id: 'words', text: 'Working with words', dealBreakerAt: null },
	{ id: 'income', text: 'Steady income', dealBreakerAt: '2026-10-01T08:00:00.000Z' },
	{ id: 'way', text: 'A way in', dealBreakerAt: null }
];
const weights = rankOrderCentroid(3);
function insight(parts: Partial<Insight>): Insight {
	return {
		interviewId: 'one',
		themeId: 'a',
		criterionId: 'words',
		stance: 'for',
		strength: 2,
		words: '',
		text: 'Something',
		heardBeforeAt: null,
		...parts
	};
}
/** Each talk was held for its own theme unless stated; its id ends in its day. */
const talk = (interviewId: string, day: number, themeId = 'none'): HeldTalk => ({
	interviewId,
	themeId,
	heldAt: `2026-11-0${day}T08:00:00.000Z`
});
const usual = [talk('one', 1), talk('two', 2), talk('three', 3)];
const weigh = (insights: Insight[], held: HeldTalk[] = usual) =>
	weighThemes(weights, criteria, insights, held, ['a', 'b']);

test('an insight counts in its cell, a talk once with the mean of its insights', () => {
	const [theme] = weigh([
		insight({ strength: 3 }),
		insight({ stance: 'between' }),
		insight({ interviewId: 'two', stance: 'against', strength: 3 })
	]);
	expect(theme!.cells[0]).toMatchObject({ for: 1, between: 1, against: 1 });
	// One talk gave 5 and 3, the other 1; the first 3 is the middle: (3 + 4 + 1) / 3.
	expect(theme!.cells[0]!.estimate).toEqual({ talks: 2, mean: 8 / 3, variance: 1 / 3 });
	expect(theme!.cells[1]!.estimate.talks).toBe(0);
	expect(theme).toMatchObject({ insights: 3, speaking: 3 });
});

test('what speaks to no criterion is heard, but makes no score', () => {
	const [theme, other] = weigh([insight({ criterionId: null }), insight({ criterionId: 'gone' })]);
	expect(theme).toMatchObject({ insights: 2, speaking: 0, score: null });
	expect(other).toMatchObject({ insights: 0, talks: [], score: null });
});

test('a talk belongs to the theme it was held for and to each it spoke of', () => {
	const held = [talk('late', 3, 'a'), talk('one', 1, 'a')];
	const [mine, theirs] = weigh([insight({ themeId: 'b' })], held);
	expect(mine!.talks.map(({ interviewId }) => interviewId)).toEqual(['one', 'late']);
	expect(theirs!.talks).toHaveLength(1);
	// Held without notes yet: it says nothing about saturation.
	expect(mine!.saturation.heard).toBe('nothing');
});

test('a deal-breaker is counted by talks, with the strongest words', () => {
	const said = { criterionId: 'income', stance: 'against' } as const;
	const [theme] = weigh([
		insight({ ...said, words: 'We all have a second thing.' }),
		insight({ ...said, strength: 3, text: 'Low pay' }),
		insight({ ...said, interviewId: 'two', words: 'Nobody is paid.', strength: 3 }),
		insight({ criterionId: 'income' })
	]);
	expect(theme!.dealBreakers).toMatchObject([
		{ criterion: { id: 'income' }, heard: 2, strongest: { words: 'Nobody is paid.' } }
	]);
	expect(weigh([insight({ stance: 'against' })])[0]!.dealBreakers).toEqual([]);
});

test('the strongest speaks in the partner’s own words, then strongly, then newly', () => {
	const strongest = (...insights: Insight[]) => weigh(insights)[0]!.cells[0]!.strongest;
	const quiet = insight({ strength: 3 });
	const spoken = insight({ words: 'You touch every sentence twice.' });
	const strong = insight({ words: 'Half of it.', stance: 'against', strength: 3 });
	const newer = insight({ ...strong, interviewId: 'three' });
	expect(strongest(quiet)).toBe(quiet);
	expect(strongest(quiet, spoken)).toBe(spoken);
	expect(strongest(strong, spoken, quiet)).toBe(strong);
	expect(strongest(newer, strong)).toBe(newer);
});

test('what was said in a talk that was not held counts for nothing', () => {
	expect(weigh([insight({ interviewId: 'planned' })])[0]).toMatchObject({ insights: 0, talks: [] });
});

test('new insights are counted in the order of the talks', () => {
	const said = (day: number, fresh: number) =>
		Array.from({ length: 7 }, (_, index) =>
			insight({
				interviewId: `talk ${day}`,
				heardBeforeAt: index < fresh ? null : '2026-11-09T08:00:00.000Z'
			})
		);
	const held = [5, 1, 3, 2, 4].map((day) => talk(`talk ${day}`, day));
	const [theme] = weigh(
		[...said(5, 0), ...said(1, 7), ...said(3, 6), ...said(2, 7), ...said(4, 1)],
		held
	);
	expect(theme!.saturation).toMatchObject({ inBase: 20, inRun: 1, heard: 'enough' });
	expect(theme!.shallow).toBe(false);
	expect(weigh(said(1, 1).slice(0, 3), held)[0]!.shallow).toBe(true);
});

test('nothing depends on the order in which it was noted', () => {
	const some = fc.array(
		fc.record({
			themeId: fc.constantFrom('a', 'b'),
			interviewId: fc.constantFrom('one', 'two', 'three'),
			criterionId: fc.constantFrom('words', 'income', 'way', null),
			stance: fc.constantFrom('for', 'between', 'against'),
			strength: fc.constantFrom(1, 2, 3)
		}),
		{ maxLength: 30 }
	);
	fc.assert(
		fc.property(some, (parts) => {
			const insights = parts.map((each) => insight(each as Partial<Insight>));
			const figures = (all: Insight[]) =>
				weigh(all).map(({ insights: heard, speaking, score, cells }) => ({
					heard,
					speaking,
					score: score?.score.toFixed(9),
					counts: cells.map((cell) => [cell.for, cell.between, cell.against])
				}));
			expect(figures(insights.toReversed())).toEqual(figures(insights));
			expect(weigh(insights).reduce((sum, each) => sum + each.insights, 0)).toBe(insights.length);
		})
	);
});
