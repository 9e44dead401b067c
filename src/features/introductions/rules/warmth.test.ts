import fc from 'fast-check';
import { expect, test } from 'vitest';
import { channels } from '#method/channels.ts';
import { warmestFirst, channelWarmthText } from './warmth.ts';

const usual = { network: 0.5, association: 0.5, school: 0.3, direct: 0.1 };
const share = fc.double({ min: 0, max: 1, noNaN: true });
const means = fc.record({ network: share, association: share, school: share, direct: share });
const confidence = fc.integer({ min: 1, max: 5 });

test('before anybody was asked: the network first, strangers last', () => {
	expect(warmestFirst(usual)).toEqual(['network', 'association', 'school', 'direct']);
	expect(warmestFirst(usual, 1)[1]).toBe('school');
	expect(warmestFirst(usual, 5)).toEqual(['network', 'association', 'school', 'direct']);
});

test('with full confidence the measured rates decide alone', () => {
	fc.assert(
		fc.property(means, (each) => {
			const order = warmestFirst(each, 5).map((channel) => each[channel]);
			expect(order).toEqual([...order].sort((one, other) => other - one));
		})
	);
});

test('every channel once; with equal rates comfort decides; less confidence never favours strangers', () => {
	fc.assert(
		fc.property(means, confidence, share, (each, sure, same) => {
			const order = warmestFirst(each, sure);
			expect([...order].sort()).toEqual([...channels].sort());
			const alike = { network: same, association: same, school: same, direct: same };
			expect(warmestFirst(alike, sure)).toEqual(['network', 'school', 'association', 'direct']);
			const shyer = warmestFirst(each, Math.max(1, sure - 1));
			expect(shyer.indexOf('direct')).toBeGreaterThanOrEqual(order.indexOf('direct'));
		})
	);
});

test('each way has its sentence, and none promises a job', () => {
	for (const words of Object.values(channelWarmthText)) expect(words).toMatch(/\.$/);
	expect(Object.values(channelWarmthText).join(' ')).not.toMatch(
		/1 in 12|one in twelve|leads to a job/i
	);
});
