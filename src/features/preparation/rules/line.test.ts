import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { moveTo } from '#features/clarity/rules/ranking.ts';
import { coreCodes, coreQuestions, isAlwaysAsked } from './core-questions.ts';
import { questionsThatFit } from './fit.ts';
import {
	drawLine,
	earlierPlace,
	liveQuestions,
	laterPlace,
	newRanks,
	type Ranked
} from './line.ts';

interface Asked extends Ranked {
	id: string;
	rank: number;
}

/**
 * Arbitrary questions: each core question at most once, any number of own ones, some known or
 * dropped.
 */
const questions = fc
	.tuple(
		fc.shuffledSubarray([...coreCodes]),
		fc.array(fc.constantFrom('live', 'known', 'removed'), { maxLength: 12 })
	)
	.chain(([codes, own]) => {
		const core = codes.map((code) => ({ code }) as Omit<Asked, 'id' | 'rank'>);
		const others = own.map((state) => ({
			code: null,
			knownSourceId: state === 'known' ? 'source' : null,
			removedAt: state === 'removed' ? '2026-11-23T08:00:00.000Z' : null
		}));
		const all = [...core, ...others];
		return fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length });
	})
	.map((all): Asked[] => all.map((each, rank) => ({ ...each, id: String(rank), rank })));
const fits = fc.integer({ min: 5, max: 30 }).map(questionsThatFit);
const ids = (list: readonly Asked[]): string[] => list.map(({ id }) => id);

describe('the line', () => {
	it('loses no question and doubles none', () => {
		fc.assert(
			fc.property(questions, fits, (all, fit) => {
				const { fitting, waiting, known, removed } = drawLine(all, fit);
				expect(ids([...fitting, ...waiting, ...known, ...removed]).toSorted()).toEqual(
					ids(all).toSorted()
				);
			})
		);
	});

	it('keeps as many as fit, the three always among them, the others by rank', () => {
		fc.assert(
			fc.property(questions, fits, (all, fit) => {
				const { fitting, waiting } = drawLine(all, fit);
				expect(fitting).toHaveLength(Math.min(fit, fitting.length + waiting.length));
				expect(waiting.some(({ code }) => isAlwaysAsked(code))).toBe(false);
				const worst = Math.min(...waiting.map(({ rank }) => rank));
				for (const each of fitting) {
					if (!isAlwaysAsked(each.code)) expect(each.rank).toBeLessThan(worst);
				}
				expect(fitting).toEqual(fitting.toSorted((one, other) => one.rank - other.rank));
			})
		);
	});

	it('gives the place of a known question to the next', () => {
		const all = [...coreQuestions('network'), { code: null, text: 'Mine' }];
		const known = all.map((each, index) => ({ ...each, knownSourceId: index ? null : 'masthead' }));
		expect(drawLine(all, 5).waiting).toEqual([all[5]]);
		expect(drawLine(known, 5).fitting.at(-1)).toMatchObject({ text: 'Mine' });
	});
});

describe('moving', () => {
	it('one step changes what is in sight, and only by that question', () => {
		fc.assert(
			fc.property(questions, fits, fc.nat(20), fc.boolean(), (all, fit, at, up) => {
				const line = drawLine(all, fit);
				const live = liveQuestions(line);
				const index = at % Math.max(live.length, 1);
				const place = up ? earlierPlace(line, index) : laterPlace(line, index);
				if (place === undefined) return;
				const moved = live[index]!;
				const order = moveTo(live, moved.id, place + 1);
				const ranks = new Map(newRanks(order).map(({ id, rank }) => [id, rank]));
				const again = all
					.map((each) => ({ ...each, rank: ranks.get(each.id) ?? each.rank }))
					.toSorted((one, other) => one.rank - other.rank);
				const after = liveQuestions(drawLine(again, fit));
				const now = after.findIndex(({ id }) => id === moved.id);
				expect(up ? now < index : now > index).toBe(true);
				const others = (list: Asked[]): string[] => ids(list).filter((id) => id !== moved.id);
				// Only the two questions that change places cross the line.
				if (place !== line.fitting.length && index !== line.fitting.length) {
					expect(others(after)).toEqual(others(live));
				}
				expect(again.filter((each) => each.removedAt)).toEqual(
					all.filter((each) => each.removedAt)
				);
			})
		);
	});

	it('stops at both ends, and where only the three fit', () => {
		const line = drawLine(coreQuestions('network'), 3);
		expect(liveQuestions(line).map(({ code }) => code)).toEqual([
			'enjoy',
			'worst',
			'began',
			'days',
			'next'
		]);
		expect(earlierPlace(line, 0)).toBeUndefined();
		expect(earlierPlace(line, 3)).toBeUndefined();
		expect(laterPlace(line, 2)).toBeUndefined();
		expect(laterPlace(line, 3)).toBe(4);
		expect(laterPlace(line, 4)).toBeUndefined();
	});
});
