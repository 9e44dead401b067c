import fc from 'fast-check';
import { expect, test } from 'vitest';
import { channels } from '#method/channels.ts';
import { invitationsNeeded, priors, rateOf, rateText, talksWanted } from './rates.ts';

const none = { asked: 0, agreed: 0, held: 0, open: 0 };

test.each([
	[
		'network',
		12,
		8,
		'About 59 % say yes (likely 46 to 72 %). To get three interviews, ask 6 people.'
	],
	[
		'school',
		7,
		2,
		'About 29 % say yes (likely 16 to 44 %). To get three interviews, ask 11 people.'
	],
	[
		'association',
		4,
		3,
		'About 57 % say yes (likely 40 to 74 %). To get three interviews, ask 6 people.'
	],
	['direct', 9, 1, 'About 11 % say yes (likely 3 to 20 %). To get three interviews, ask 29 people.']
] as const)('%s: %i asked, %i agreed', (channel, asked, agreed, words) => {
	expect(rateText(rateOf(channel, { asked, agreed, held: 0, open: 0 }))).toBe(words);
});

test('without answers the rate is the prior', () => {
	expect(channels.map((channel) => rateOf(channel, none).mean)).toEqual([0.5, 0.3, 0.5, 0.1]);
	expect(channels.map((channel) => rateOf(channel, none).needed)).toEqual([6, 10, 6, 30]);
});

test('open requests count as neither yes nor no', () => {
	const answered = rateOf('direct', { asked: 3, agreed: 1, held: 0, open: 0 });
	expect(rateOf('direct', { asked: 8, agreed: 1, held: 0, open: 5 })).toEqual(answered);
});

const counts = fc
	.tuple(fc.nat(200), fc.nat(200), fc.nat(20))
	.map(([agreed, no, open]) => ({ asked: agreed + no + open, agreed, held: 0, open }));
const channel = fc.constantFrom(...channels);

test('a mean lies in its range, one more yes never lowers it, one more no never raises it', () => {
	fc.assert(
		fc.property(channel, counts, (of, each) => {
			const { mean, from, to } = rateOf(of, each);
			expect(from).toBeGreaterThan(0);
			expect(to).toBeLessThan(1);
			expect(from).toBeLessThan(mean);
			expect(to).toBeGreaterThan(mean);
			const yes = { ...each, asked: each.asked + 1, agreed: each.agreed + 1 };
			expect(rateOf(of, yes).mean).toBeGreaterThan(mean);
			expect(rateOf(of, { ...each, asked: each.asked + 1 }).mean).toBeLessThan(mean);
		}),
		{ numRuns: 60 }
	);
});

test('asking as many as it says is expected to be enough, one fewer is not', () => {
	fc.assert(
		fc.property(channel, counts, (of, each) => {
			const { mean, needed } = rateOf(of, each);
			expect(needed * mean).toBeGreaterThanOrEqual(talksWanted - 1e-6);
			expect((needed - 1) * mean).toBeLessThan(talksWanted);
		}),
		{ numRuns: 60 }
	);
	expect(invitationsNeeded(3, 1)).toBe(3);
	expect(Object.keys(priors)).toEqual(expect.arrayContaining([...channels]));
});
