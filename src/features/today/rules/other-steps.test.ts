import { describe, expect, it } from 'vitest';
import { decidedSteps, eventSteps, introducedSteps, webhookSteps } from './other-steps.ts';
import { readyDay } from '#tests/support/today-facts.ts';
import { momentOf } from './today-step.ts';
import { today } from './today.ts';

const moment = momentOf('2026-11-23T09:42:00.000Z', 'Europe/Stockholm');

describe('introduced', () => {
	const introduced = (agreedAt: string) =>
		introducedSteps([{ id: 'one', name: 'Leila Farahmand', connector: 'Karin', agreedAt }], moment);

	it('is written to within a day of the yes', () => {
		const [step] = introduced('2026-11-22T21:15:00.000Z').map((each) => each.step);
		expect(step).toMatchObject({
			title: 'Write to Leila Farahmand',
			why: 'Karin introduced you. Write by today 22:15, one day after they agreed.',
			due: 'today'
		});
	});

	it('is late after it, and still good', () => {
		const [step] = introduced('2026-11-20T21:15:00.000Z').map((each) => each.step);
		expect(step?.due).toBe('overdue');
		expect(step?.why).toContain('so write soon');
	});
});

describe('events', () => {
	const event = (onDay: string, met = 0, left = 0) =>
		eventSteps([{ id: 'evening', title: 'The editors’ evening', onDay, met, left }], moment).map(
			(each) => each.step
		);

	it('are prepared the days before', () => {
		expect(event('2026-11-24')[0]).toMatchObject({
			title: 'The editors’ evening, tomorrow',
			action: { href: '/introductions/associations/evening' }
		});
		expect(event('2026-12-24')).toEqual([]);
	});

	it('are followed up from the day after, until nobody is left', () => {
		expect(event('2026-11-22', 4, 2)[0]).toMatchObject({
			title: 'Follow up after The editors’ evening',
			why: 'You still need to write to two of four people you met',
			action: { href: '/introductions/associations/evening' }
		});
		expect(event('2026-11-22', 4, 0)).toEqual([]);
	});
});

describe('decisions', () => {
	it('come back on the day that was set, not before', () => {
		const on = (lookAgainOn: string) =>
			decidedSteps([{ id: 'd', themeId: 't', title: 'School counselling', lookAgainOn }], moment);
		expect(on('2026-11-24')).toEqual([]);
		expect(on('2026-11-23')[0]?.step).toMatchObject({
			title: 'Review your decision about School counselling',
			action: { href: '/decide/t' }
		});
	});
});

describe('webhooks', () => {
	const failing = [{ id: 'w', host: 'hooks.example', since: '2026-11-22T08:00:00.000Z' }];

	it('are named where nothing arrives, with the way to look', () => {
		expect(webhookSteps(failing)[0]?.step).toMatchObject({
			title: 'The webhook to hooks.example fails',
			action: { href: '/settings/webhooks/w' }
		});
		expect(webhookSteps(undefined)).toEqual([]);
	});

	it('come after everything that has to do with people, and change nothing else', () => {
		const calm = today(readyDay);
		const seen = today({ ...readyDay, failingWebhooks: failing });
		expect(seen.first).toEqual(calm.first);
		expect(seen.also).toEqual([...calm.also, webhookSteps(failing)[0]?.step]);
	});
});
