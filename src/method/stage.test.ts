import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { InterviewFacts } from './interview-facts.ts';
import { stageNames, stageOf } from './stage.ts';
import { stepsOf } from '#features/interviews/rules/steps.ts';

const at = '2026-11-09T08:00:00.000Z';
const wished: InterviewFacts = { wishedAt: at };
const asked = { ...wished, askedAt: at };
const agreed = { ...asked, agreedAt: at };
const held = { ...agreed, heldAt: at };
const thanked = { ...held, thankedAt: at };

describe('stageOf', () => {
	it.each([
		[wished, 'to-ask'],
		[{ ...wished, askedAt: null }, 'to-ask'],
		[asked, 'asked'],
		[{ ...asked, followedUpAt: at, answeredAt: at }, 'asked'],
		[agreed, 'agreed'],
		[{ ...wished, agreedAt: at }, 'agreed'],
		[held, 'talked'],
		[thanked, 'thanked'],
		[{ ...thanked, closedAt: at }, 'closed']
	] as const)('reads the dates (%#) as %s', (facts, stage) => {
		expect(stageOf(facts)).toBe(stage);
	});

	it('has a name for each column of the board', () => {
		expect(Object.values(stageNames).slice(0, 5)).toEqual([
			'To ask',
			'Asked',
			'Agreed',
			'Interviewed',
			'Thanked'
		]);
	});
});

describe('stepsOf', () => {
	const short = (facts: InterviewFacts, requestReady: boolean, briefComplete: boolean): string =>
		stepsOf(facts, { requestReady, briefComplete })
			.map((step) => (step.current ? `[${step.name}]` : step.past ? `(${step.name})` : step.name))
			.join(' ');

	it.each([
		[wished, false, false, '[Prepare] Ask Agree Talk Reflect'],
		[wished, true, false, 'Prepare [Ask] Agree Talk Reflect'],
		[asked, true, false, 'Prepare (Ask) [Agree] Talk Reflect'],
		[agreed, true, false, '[Prepare] (Ask) (Agree) Talk Reflect'],
		[agreed, true, true, '(Prepare) (Ask) (Agree) [Talk] Reflect'],
		[held, true, false, '(Prepare) (Ask) (Agree) (Talk) [Reflect]'],
		[thanked, true, true, '(Prepare) (Ask) (Agree) (Talk) (Reflect)'],
		[{ ...asked, closedAt: at }, true, false, 'Prepare (Ask) Agree Talk Reflect']
	] as const)('shows where it stands (%#): %s %s %s', (facts, ready, complete, line) => {
		expect(short(facts, ready, complete)).toBe(line);
	});

	it('has at most one current step, and that one is not past', () => {
		const when = fc.constantFrom(at, null, undefined);
		const any = fc.record({
			wishedAt: fc.constant(at),
			askedAt: when,
			agreedAt: when,
			heldAt: when,
			thankedAt: when,
			closedAt: when
		});
		fc.assert(
			fc.property(any, fc.boolean(), fc.boolean(), (facts, requestReady, briefComplete) => {
				const steps = stepsOf(facts, { requestReady, briefComplete });
				expect(steps.filter((step) => step.current).length).toBeLessThanOrEqual(1);
				expect(steps.some((step) => step.current && step.past)).toBe(false);
			})
		);
	});
});
