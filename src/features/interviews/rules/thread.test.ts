import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { threadOf, type ThreadFacts } from './thread.ts';

const joan: ThreadFacts = {
	name: 'Joan',
	wishedAt: '2026-11-09T08:00:00.000Z',
	wishedFrom: 'from the corrections page',
	introduction: {
		connector: 'Karin',
		offeredAt: '2026-11-16T08:00:00.000Z',
		agreedAt: '2026-11-22T21:15:00.000Z'
	}
};
const lines = (facts: ThreadFacts): string[] =>
	threadOf(facts).map((item) => `${item.when}: ${item.title}`);

describe('threadOf', () => {
	it('tells an introduction as the page does', () => {
		expect(lines(joan)).toEqual([
			'past: Added',
			'past: Karin offered to ask Joan',
			'past: Joan said yes to Karin',
			'now: Send request',
			'later: Agree on a time',
			'later: Prepare and hold the conversation',
			'later: Thank Joan, update Karin',
			'later: Send update to Joan'
		]);
		expect(threadOf(joan)[0]?.note).toBe('from the corrections page');
		expect(threadOf(joan)[3]).toMatchObject({
			at: '2026-11-23T21:15:00.000Z',
			note: 'Within a day of their yes'
		});
	});

	it('waits while asked, and says what waiting leads to', () => {
		const asked = { name: 'Ruth', wishedAt: joan.wishedAt, askedAt: '2026-11-12T08:00:00.000Z' };
		expect(lines(asked).slice(2, 4)).toEqual([
			'now: Wait for Ruth’s answer',
			'later: Agree on a time'
		]);
		expect(threadOf(asked)[2]?.note).toBe('After 7 business days, send one follow-up');
		const followedUp = { ...asked, followedUpAt: '2026-11-23T08:00:00.000Z' };
		expect(threadOf(followedUp)[3]?.note).toBe('After 7 more business days, close the interview');
		const answered = { ...asked, answeredAt: '2026-11-13T08:00:00.000Z' };
		expect(lines(answered).slice(2, 4)).toEqual(['past: Ruth answered', 'now: Agree on a time']);
	});

	it('promises no follow-up and asks for no request where somebody must not be contacted', () => {
		const doNotContactAt = '2026-11-20T08:00:00.000Z';
		const mustNot = 'Marked “Do not contact”';
		expect(threadOf({ ...joan, doNotContactAt })[3]).toMatchObject({ note: mustNot });
		const asked = { name: 'Ruth', wishedAt: joan.wishedAt, askedAt: '2026-11-12T08:00:00.000Z' };
		expect(threadOf({ ...asked, doNotContactAt })[2]?.note).toBe(mustNot);
	});

	it('owes the thank-you within 24 hours of the talk, and ends in peace', () => {
		const held = { ...joan, askedAt: joan.wishedAt, heldAt: '2026-11-23T08:50:00.000Z' };
		const now = threadOf(held).find((item) => item.when === 'now');
		expect(now).toMatchObject({ code: 'thank', at: '2026-11-24T08:50:00.000Z' });
		const thanked = { ...held, thankedAt: '2026-11-23T18:00:00.000Z' };
		expect(lines(thanked).at(-1)).toBe('now: Send update to Joan');
		const told = { ...thanked, toldAt: '2026-12-07T18:00:00.000Z' };
		expect(lines(told).at(-1)).toBe('now: All steps done');
	});

	it('ends with the reason when closed', () => {
		const closed = { ...joan, closedAt: joan.wishedAt, closedBecause: 'declined' } as const;
		expect(threadOf(closed).at(-1)).toMatchObject({ title: 'Declined', when: 'now' });
	});

	it('has exactly one now: all past before it in time order, all later after it', () => {
		const when = fc.option(
			fc
				.date({ min: new Date('2026-01-01'), max: new Date('2026-12-31'), noInvalidDate: true })
				.map((date) => date.toISOString()),
			{ nil: undefined }
		);
		const any = fc.record({
			name: fc.constant('Joan'),
			wishedAt: fc.constant(joan.wishedAt),
			askedAt: when,
			followedUpAt: when,
			answeredAt: when,
			agreedAt: when,
			heldAt: when,
			thankedAt: when,
			closedAt: when,
			toldAt: when
		});
		fc.assert(
			fc.property(any, (facts) => {
				const items = threadOf(facts);
				expect(items.map((item) => item.when).join(' ')).toMatch(/^(past )+now( later)*$/);
				const dates = items.filter((item) => item.when === 'past').map((item) => item.at ?? '');
				expect(dates).toEqual(dates.toSorted());
			})
		);
	});
});
