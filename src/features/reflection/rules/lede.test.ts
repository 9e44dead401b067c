import { expect, test } from 'vitest';
import { reflectionLede } from './lede.ts';

const zone = 'Europe/Stockholm';
const talk = { heldAt: '2026-11-23T08:50:00.000Z', minutes: 20, overMinutes: 0, extraMinutes: 0 };
const lede = (now: string, facts: Partial<typeof talk> | { minutes: null } = {}) =>
	reflectionLede({ ...talk, ...facts }, now, zone);

test('says how long, when, and whether on time', () => {
	expect(lede('2026-11-23T09:20:00.000Z')).toBe(
		'You spoke for 20 minutes this morning and ended on time. Take ten minutes now, while you remember the conversation well.'
	);
	expect(lede('2026-11-23T09:20:00.000Z', { overMinutes: 4 })).toContain(
		'this morning, four minutes longer than agreed.'
	);
	const offered = { minutes: 37, overMinutes: 7, extraMinutes: 15 };
	expect(lede('2026-11-23T09:20:00.000Z', offered)).toContain(
		'for 37 minutes this morning, seven minutes longer than you were offered.'
	);
	expect(lede('2026-11-23T09:20:00.000Z', { ...offered, overMinutes: 0 })).toContain(
		'and ended on time'
	);
	expect(lede('2026-11-23T19:00:00.000Z', { heldAt: '2026-11-23T18:00:00.000Z' })).toContain(
		'this evening'
	);
	expect(lede('2026-11-23T19:00:00.000Z', { heldAt: '2026-11-23T13:00:00.000Z' })).toContain(
		'this afternoon'
	);
});

test('late is said kindly, and without a clock nothing is claimed', () => {
	expect(lede('2026-11-24T09:20:00.000Z')).toContain('yesterday and ended on time. Write down');
	expect(lede('2026-11-30T09:20:00.000Z', { minutes: null })).toBe(
		'You spoke on 23 November. Write down what you still remember.'
	);
});
