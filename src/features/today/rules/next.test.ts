import { expect, test } from 'vitest';
import { boardLede, boardOrder } from './board.ts';
import { nextOf } from './next.ts';
import { momentOf } from './today-step.ts';
import { thread } from '#tests/support/today-facts.ts';

const moment = momentOf('2026-11-23T09:42:00.000Z', 'Europe/Stockholm');
const next = (parts: Parameters<typeof thread>[1] & { closedBecause?: 'declined' }) => {
	const { closedBecause, ...rest } = parts;
	return nextOf({ ...thread('Joan Whitcombe', rest), closedBecause }, moment);
};

test('before the request: what the research lacks, or that it can be written', () => {
	expect(next({ stage: 'to-ask', goals: 0 })).toEqual({ words: 'No goal yet', tone: 'none' });
	expect(next({ stage: 'to-ask', sources: 2, answeringSources: 0 }).words).toBe('No source yet');
	expect(next({ stage: 'to-ask' })).toEqual({ words: 'Ready to write', tone: 'accent' });
	const introduction = { connector: 'Karin', agreedAt: '2026-11-22T21:15:00.000Z' };
	expect(next({ stage: 'to-ask', goals: 0, introduction }).words).toBe(
		'Write today, Karin introduced you'
	);
});

test('somebody who must not be contacted is let be, and a request to them is closed', () => {
	const introduction = { connector: 'Karin', agreedAt: '2026-11-22T21:15:00.000Z' };
	expect(next({ stage: 'to-ask', introduction, mustNotBeContacted: true })).toEqual({
		words: 'Do not contact',
		tone: 'none'
	});
	const cadence = { quietFor: 7, followUpOn: '2026-11-23' };
	expect(next({ stage: 'asked', cadence, mustNotBeContacted: true })).toEqual({
		words: 'Do not contact: close interview',
		tone: 'due'
	});
	const mustNotContact = (stage: 'agreed' | 'talked' | 'thanked') =>
		next({ stage, mustNotBeContacted: true, tellOn: '2026-11-23' }).words;
	expect(mustNotContact('agreed')).toBe('Do not contact: close interview');
	expect(mustNotContact('talked')).toBe('Do not contact: no thank-you');
	expect(mustNotContact('thanked')).toMatch(/^Thanked/);
	expect(next({ stage: 'to-ask', themeRests: true }).words).toBe('Theme is parked');
});

test('while it waits: the days, and what is due', () => {
	const asked = { stage: 'asked', since: '2026-11-18T08:00:00.000Z' } as const;
	const days = { quietFor: 3, followUpOn: '2026-11-27' };
	expect(next({ ...asked, cadence: days }).words).toBe('3 business days without an answer');
	expect(next({ ...asked, cadence: { quietFor: 7, followUpOn: '2026-11-23' } })).toEqual({
		words: '7 business days without an answer: send follow-up',
		tone: 'due'
	});
	expect(next({ ...asked, cadence: { quietFor: 2, closeOn: '2026-11-30' } }).words).toBe(
		'2 business days since your follow-up'
	);
	expect(next({ ...asked, cadence: { quietFor: 7, closeOn: '2026-11-23' } }).words).toBe(
		'7 business days since your follow-up: close interview'
	);
	expect(next({ ...asked, answeredAt: moment.now }).words).toBe('Answered, agree on a time');
	const fresh = { quietFor: 0, followUpOn: '2026-12-02' };
	expect(next({ ...asked, since: moment.now, cadence: fresh }).words).toBe('Asked today');
	expect(next({ ...asked, since: '2026-11-21T08:00:00.000Z', cadence: fresh }).words).toBe(
		'Asked on 21 November'
	);
});

test('around the talk and after it', () => {
	expect(next({ stage: 'agreed' }).words).toBe('Agree on a time');
	const meeting = (startsAt: string) => ({ startsAt, minutes: 15, medium: 'phone' as const });
	expect(next({ stage: 'agreed', meeting: meeting('2026-11-23T15:00:00.000Z') })).toEqual({
		words: 'Today 16:00',
		tone: 'accent'
	});
	expect(next({ stage: 'agreed', meeting: meeting('2026-11-26T09:00:00.000Z') })).toEqual({
		words: 'Thursday 10:00',
		tone: 'none'
	});
	expect(next({ stage: 'talked', heldAt: '2026-11-23T08:50:00.000Z' }).words).toBe(
		'Send thank-you by tomorrow 09:50'
	);
	expect(next({ stage: 'talked', heldAt: '2026-11-20T08:50:00.000Z' }).words).toContain('overdue');
	expect(next({ stage: 'thanked' }).words).toBe('Thanked on 9 November');
	expect(next({ stage: 'thanked', tellOn: '2026-11-23' }).tone).toBe('due');
	expect(next({ stage: 'thanked', tellOn: '2026-12-02' }).words).toContain('2 December');
	expect(next({ stage: 'closed', closedBecause: 'declined' }).words).toBe('Declined, 9 November');
	expect(next({ stage: 'closed' }).words).toBe('Another reason, 9 November');
});

test('a column begins with whose turn it is, then what is due, then who has waited longest', () => {
	const card = (personName: string, tone: 'accent' | 'due' | 'none', since: string) => ({
		personName,
		since,
		next: { words: '', tone }
	});
	const ordered = boardOrder([
		card('Late', 'none', '2026-11-02'),
		card('Early', 'none', '2026-11-01'),
		card('Due', 'due', '2026-11-03'),
		card('Twin', 'none', '2026-11-01'),
		card('Mine', 'accent', '2026-11-04')
	]);
	expect(ordered.map((each) => each.personName)).toEqual(['Mine', 'Due', 'Early', 'Twin', 'Late']);
});

test('the line under the heading counts talks, else what waits', () => {
	expect(boardLede(11, 3, 3)).toBe('Eleven conversations held, three planned.');
	expect(boardLede(0, 1, 0)).toBe('No conversation held yet, one planned.');
	expect(boardLede(1, 0, 0)).toBe('One conversation held, none planned.');
	expect(boardLede(0, 0, 2)).toBe('No conversation yet. Two requests are waiting for an answer.');
	expect(boardLede(0, 0, 0)).toBe('No requests yet.');
});
