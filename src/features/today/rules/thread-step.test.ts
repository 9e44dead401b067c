import { describe, expect, it } from 'vitest';
import { threadStep } from './thread-step.ts';
import { thread } from '#tests/support/today-facts.ts';
import type { TodayInterview } from './today-facts.ts';
import { momentOf, type Step } from './today-step.ts';

const moment = momentOf('2026-11-23T09:42:00.000Z', 'Europe/Stockholm');
const limits = { outreachOpen: true, belowLimit: true };
const stepOf = (facts: TodayInterview, now = limits): Step | undefined =>
	threadStep(facts, moment, now)?.step;
const joan = (parts: Partial<TodayInterview>): TodayInterview =>
	thread('Joan Whitcombe', { stage: 'to-ask', ...parts });
const introduction = { connector: 'Karin', agreedAt: '2026-11-22T21:15:00.000Z' };

describe('to ask', () => {
	it('prepares until there is a goal and a source that answers', () => {
		expect(stepOf(joan({ goals: 0 }))?.code).toBe('prepare');
		expect(stepOf(joan({ sources: 2, answeringSources: 0 }))?.code).toBe('prepare');
		expect(stepOf(joan({}))?.code).toBe('ask');
	});

	it('keeps quiet about a request that could not go out', () => {
		expect(stepOf(joan({}), { outreachOpen: false, belowLimit: true })).toBeUndefined();
		expect(stepOf(joan({}), { outreachOpen: true, belowLimit: false })).toBeUndefined();
	});

	it('has no step towards somebody who must not be contacted, introduced or not', () => {
		const protect = { mustNotBeContacted: true };
		for (const parts of [{}, { goals: 0 }, { introduction }, { nextStepOn: '2026-11-20' }]) {
			expect(stepOf(joan({ ...parts, ...protect }))).toBeUndefined();
		}
	});

	it('keeps quiet while the theme rests, unless somebody was introduced', () => {
		expect(stepOf(joan({ themeRests: true }))).toBeUndefined();
		expect(stepOf(joan({ themeRests: true, goals: 0 }))).toBeUndefined();
		expect(stepOf(joan({ themeRests: true, introduction }))?.code).toBe('write-introduced');
	});

	it('writes within a day of an introduction, and is late after it', () => {
		expect(stepOf(joan({ introduction }))).toMatchObject({
			title: 'Write to Joan Whitcombe today',
			why: 'Karin introduced you. Write by today 22:15, one day after they agreed.',
			due: 'today'
		});
		const earlier = { connector: 'Karin', agreedAt: '2026-11-21T21:15:00.000Z' };
		expect(stepOf(joan({ introduction: earlier }))).toMatchObject({ due: 'overdue' });
		expect(stepOf(joan({ introduction, goals: 0 }))?.action.label).toBe('Prepare');
		expect(stepOf(joan({ introduction }), { ...limits, belowLimit: false })?.why).toContain(
			'Five requests are waiting'
		);
	});

	it('is as near as the day the explorer planned', () => {
		expect(stepOf(joan({}))?.due).toBe('none');
		expect(stepOf(joan({ nextStepOn: '2026-11-20' }))?.due).toBe('today');
		expect(stepOf(joan({ nextStepOn: '2026-11-26' }))?.due).toBe('soon');
		expect(stepOf(joan({ nextStepOn: '2026-11-27' }))?.due).toBe('none');
	});
});

describe('asked', () => {
	const cadence = { quietFor: 14, secondPersonOn: '2026-11-06', closeOn: '2026-11-23' };

	it('says nothing before the first day, then one thing only, the furthest', () => {
		expect(stepOf(joan({ stage: 'asked' }))).toBeUndefined();
		const early = { quietFor: 2, secondPersonOn: '2026-11-24', followUpOn: '2026-11-30' };
		expect(stepOf(joan({ stage: 'asked', cadence: early }))).toBeUndefined();
		expect(stepOf(joan({ stage: 'asked', cadence }))).toMatchObject({
			code: 'close',
			due: 'today'
		});
	});

	it('closes kindly, and nothing else, where somebody must not be contacted', () => {
		const followUp = { quietFor: 7, secondPersonOn: '2026-11-17', followUpOn: '2026-11-23' };
		const answeredAt = '2026-11-23T07:00:00.000Z';
		for (const parts of [{}, { cadence: followUp }, { cadence }, { answeredAt }]) {
			const step = stepOf(joan({ stage: 'asked', mustNotBeContacted: true, ...parts }));
			expect(step).toMatchObject({ code: 'close', due: 'today' });
			expect(step?.why).toContain('is marked “Do not contact”');
		}
	});

	it('lets an answer stop the clock', () => {
		const answeredAt = '2026-11-23T07:00:00.000Z';
		expect(stepOf(joan({ stage: 'asked', cadence, answeredAt }))?.code).toBe('answered');
	});
});

describe('agreed', () => {
	const at = (startsAt: string, parts: Partial<TodayInterview> = {}): Step | undefined =>
		stepOf(
			joan({ stage: 'agreed', meeting: { startsAt, minutes: 20, medium: 'video' }, ...parts })
		);

	it('arranges a time while there is none', () => {
		expect(stepOf(joan({ stage: 'agreed' }))?.code).toBe('agree-time');
		const protect = { stage: 'agreed', mustNotBeContacted: true } as const;
		expect(stepOf(joan(protect))).toMatchObject({ code: 'close', due: 'today' });
	});

	it('names the day as one says it', () => {
		expect(at('2026-11-24T09:00:00.000Z')?.title).toBe('Joan Whitcombe, tomorrow at 10:00');
		expect(at('2026-11-26T09:00:00.000Z')).toMatchObject({
			title: 'Joan Whitcombe, Thursday at 10:00',
			why: 'By video, 20 minutes. Your brief has a goal and enough sources.',
			due: 'soon'
		});
	});

	it('leaves a talk far away alone unless its brief misses something', () => {
		expect(at('2026-12-01T09:00:00.000Z')).toBeUndefined();
		expect(at('2026-12-01T09:00:00.000Z', { goals: 0 })).toMatchObject({ due: 'none' });
	});

	it('becomes the talk itself within the hour, and the brief stands beside it', () => {
		const soon = at('2026-11-23T10:02:00.000Z');
		expect(soon).toMatchObject({
			title: 'Joan Whitcombe, in 20 minutes',
			action: { label: 'Open talk screen', href: '/interviews/joan-whitcombe/talk' },
			beside: { label: 'View brief' }
		});
		expect(at('2026-11-23T09:40:00.000Z')?.title).toBe('Joan Whitcombe, now');
		expect(at('2026-11-23T12:00:00.000Z')).toMatchObject({
			action: { label: 'View brief' },
			beside: { label: 'Open talk screen' }
		});
	});

	it('says how far the brief is, and what misses first', () => {
		const miss = 'One answer is missing.';
		const brief = { done: 5, total: 6, miss };
		expect(at('2026-11-23T12:00:00.000Z', { brief })).toMatchObject({
			action: { label: 'Finish brief' },
			talk: { brief: 'Your brief has five of six parts. One answer is missing.' }
		});
		const complete = { done: 6, total: 6, miss: '' };
		expect(at('2026-11-23T12:00:00.000Z', { brief: complete })?.talk?.brief).toBe(
			'Your brief is complete.'
		);
	});

	it('names the partner’s time where it differs, with its day where that differs too', () => {
		const there = (partnerZone: string): string | undefined =>
			stepOf(
				joan({
					stage: 'agreed',
					meeting: {
						startsAt: '2026-11-23T22:00:00.000Z',
						minutes: 15,
						medium: 'phone',
						partnerZone
					}
				})
			)?.talk?.elsewhere;
		expect(there('Europe/Lisbon')).toBe('22:00 in Lisbon');
		expect(there('Asia/Tokyo')).toBe('07:00 on Tuesday in Tokyo');
		expect(there('Europe/Berlin')).toBe('');
	});

	it('stays the talk until its last minute, then asks whether it took place', () => {
		expect(at('2026-11-23T09:23:00.000Z')?.code).toBe('talk');
		expect(at('2026-11-23T09:22:00.000Z')).toMatchObject({
			code: 'talk-past',
			title: 'Did you speak with Joan Whitcombe?'
		});
	});
});

describe('under way', () => {
	const underWay = { since: '2026-11-23T09:31:00.000Z', minutes: 15 };

	it('is the one thing there is, whatever was agreed for another day', () => {
		const meeting = { startsAt: '2026-11-27T09:00:00.000Z', minutes: 15, medium: 'phone' } as const;
		expect(stepOf(joan({ stage: 'agreed', meeting, underWay }))).toMatchObject({
			title: 'Your conversation with Joan Whitcombe is in progress',
			why: 'Four minutes are left. Your notes are saved.',
			action: { href: '/interviews/joan-whitcombe/talk' }
		});
		expect(stepOf(joan({ underWay }))?.code).toBe('talk');
	});

	it('is over once it was held, and asks for its end when its time is up', () => {
		const heldAt = '2026-11-23T09:40:00.000Z';
		expect(stepOf(joan({ stage: 'talked', heldAt, underWay }))?.code).toBe('thank');
		const long = { since: '2026-11-23T09:00:00.000Z', minutes: 15 };
		expect(stepOf(joan({ underWay: long }))?.why).toContain('The agreed time is over');
	});
});

describe('after the talk', () => {
	it('owes a thank-you, and a late one still pleases', () => {
		const late = joan({ stage: 'talked', heldAt: '2026-11-22T09:41:00.000Z' });
		expect(stepOf(late)).toMatchObject({ code: 'thank', due: 'overdue', icon: 'heart' });
		expect(stepOf(late)?.why).toContain('still welcome');
		expect(stepOf({ ...late, mustNotBeContacted: true })).toMatchObject({
			code: 'close',
			due: 'today',
			why: expect.stringContaining('do not send a thank-you') as string
		});
	});

	it('tells what came of it when its day has come', () => {
		expect(stepOf(joan({ stage: 'thanked' }))).toBeUndefined();
		expect(stepOf(joan({ stage: 'thanked', tellOn: '2026-11-24' }))).toBeUndefined();
		expect(stepOf(joan({ stage: 'thanked', tellOn: '2026-11-23' }))?.why).toBe(
			'Two weeks have passed since your conversation.'
		);
	});

	it('tells whom it is due, and stops after the second time', () => {
		const tell = (parts: Partial<TodayInterview>): Step | undefined =>
			stepOf(joan({ stage: 'thanked', tellOn: '2026-11-23', introduction, ...parts }));
		expect(tell({})?.why).toContain('Also update Karin, who introduced you');
		expect(tell({ tellWhom: 'partner' })?.why).toBe(
			'Two weeks have passed since your conversation.'
		);
		expect(tell({ tellWhom: 'connector' })?.title).toBe('Send Karin an update');
		expect(tell({ tellWhom: 'partner-again' })?.why).toContain('You can send one more');
	});

	it('thanks the connector soon after, before what was learned', () => {
		const parts = { stage: 'thanked', introduction, thankConnector: true } as const;
		expect(stepOf(joan({ ...parts, nothingLearned: true }))).toMatchObject({
			code: 'thank-connector',
			title: 'Thank Karin for the introduction',
			action: { href: '/interviews/joan-whitcombe/reflect#connector' }
		});
		expect(stepOf(joan({ ...parts, thankConnector: false }))).toBeUndefined();
	});

	it('asks what was learned while nothing is noted', () => {
		expect(stepOf(joan({ stage: 'thanked', nothingLearned: true }))).toMatchObject({
			code: 'reflect',
			due: 'soon'
		});
	});

	it('asks nothing of a closed interview', () => {
		expect(stepOf(joan({ stage: 'closed' }))).toBeUndefined();
	});
});
