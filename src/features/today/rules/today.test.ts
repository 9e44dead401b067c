import { describe, expect, it } from 'vitest';
import { prepareAddress } from '#kernel/page-addresses.ts';
import { firstDay, mondayThreads, readyDay, thread } from '#tests/support/today-facts.ts';
import type { TodayFacts } from './today-facts.ts';
import { foldText } from './today-lede.ts';
import { today } from './today.ts';

const monday: TodayFacts = { ...readyDay, interviews: mondayThreads, waiting: 3 };
const titles = (facts: TodayFacts): string[] => {
	const { first, also } = today(facts);
	return [...(first ? [first] : []), ...also].map((step) => step.title);
};

describe('a new explorer', () => {
	it('has exactly one step, clarity', () => {
		const result = today(firstDay);
		expect(result.first).toMatchObject({
			code: 'clarity',
			title: 'What do you dream of doing?',
			action: { label: 'Add theme', href: '/clarity#themes' }
		});
		expect(result.also).toEqual([]);
		expect(result.folded).toEqual([]);
		expect(result.lede).toContain('three kinds of work');
	});

	it('then brings in people, then chooses someone, then prepares', () => {
		expect(titles({ ...readyDay, people: 0 })).toEqual(['Find people who do this work']);
		expect(titles(readyDay)).toEqual(['Choose someone to ask']);
		const wished = thread('Joan Whitcombe', { stage: 'to-ask', goals: 0, sources: 0 });
		const result = today({ ...readyDay, interviews: [wished] });
		expect(result.first).toMatchObject({
			code: 'prepare',
			action: { href: '/interviews/joan-whitcombe/prepare' },
			about: { kind: 'interview', id: 'joan-whitcombe' }
		});
		expect(result.also).toEqual([]);
	});

	it('may go on before clarity by an override, which keeps clarity in view', () => {
		const facts = { ...firstDay, people: 800, overridden: true };
		expect(today(facts).first?.code).toBe('choose-person');
		expect(today(facts).also.map((step) => step.code)).toEqual(['refine']);
	});
});

describe('a full Monday', () => {
	it('reads like the page', () => {
		const { first, also, lede, waiting } = today(monday);
		expect(first).toMatchObject({
			title: 'Inês Falcato, at 16:00',
			why: 'By phone, 15 minutes. Your brief needs one more source.',
			icon: 'phone',
			action: { label: 'Finish brief', href: prepareAddress('inês-falcato') }
		});
		expect(also.map(({ title, why }) => [title, why])).toEqual([
			['Thank Priya Raman', 'Due by tomorrow 09:50'],
			['Tom Ashworth answered', 'Read the answer, then agree on a time.'],
			[
				'Ruth Ellery has not answered for 7 business days',
				'You can send one follow-up, and only one.'
			],
			[
				'Ask a second person about School counselling',
				'Graça Monteverde has had your request for 3 business days'
			],
			[
				'Send Marguerite Osei an update',
				'Two weeks have passed since your conversation. Also update Karin, who introduced you.'
			]
		]);
		expect(lede).toBe(
			'Monday 23 November. One conversation today, one thank-you due, one answer to read.'
		);
		expect(waiting.sentence).toBe('3 of 5 requests are waiting for an answer');
	});

	it('shows seven and folds the rest, counted', () => {
		const more = ['Ada', 'Bo', 'Cy', 'Di'].map((name) =>
			thread(name, { stage: 'asked', cadence: { quietFor: 3, secondPersonOn: '2026-11-20' } })
		);
		const { also, folded } = today({ ...monday, interviews: [...mondayThreads, ...more] });
		expect(also).toHaveLength(6);
		expect(folded.map((step) => step.about?.id)).toEqual([
			'di',
			'graça-monteverde',
			'marguerite-osei'
		]);
		expect(foldText(folded.length)).toBe('Three more tasks can wait until tomorrow');
	});

	it('in a pause shows only what is owed', () => {
		const pause = { from: '2026-11-20', until: '2026-12-07' };
		const parked = [
			{ id: 'museum', title: 'Museum education', parkedOn: '2026-09-01', lookAgainOn: '2026-11-23' }
		];
		const resting = today({ ...monday, parked, pause });
		expect([resting.first, ...resting.also].map((step) => step?.code)).toEqual([
			'talk',
			'thank',
			'answered'
		]);
		expect(resting.lede).toMatch(
			/^Your season is paused until 7 December\. One conversation today/
		);
		const quiet = today({ ...readyDay, pause });
		expect(quiet.first).toBeUndefined();
		expect(quiet.lede).toBe('Your season is paused until 7 December. Nothing is due before then.');
		const over = { from: '2026-11-01', until: '2026-11-22' };
		expect(today({ ...monday, pause: over }).also).toHaveLength(5);
	});
});

describe('housekeeping and journey', () => {
	it('brings up imports and parked themes, in words and with counts', () => {
		const since = '2026-11-23T08:00:00.000Z';
		const file = { name: 'Connections.csv', since };
		const facts: TodayFacts = {
			...readyDay,
			people: 0,
			imports: [
				{ ...file, id: 'a', state: 'preview', done: 412, total: 412 },
				{ ...file, id: 'b', state: 'stopped', done: 12_400, total: 30_000 }
			],
			parked: [
				{ id: 'm', title: 'Museum education', parkedOn: '2026-09-01', lookAgainOn: '2026-11-23' },
				{ id: 't', title: 'Translating', parkedOn: '2026-09-01', lookAgainOn: '2027-03-01' }
			]
		};
		expect(titles(facts)).toEqual([
			'The import stopped at 12,400 of 30,000',
			'412 people ready to import',
			'Review Museum education'
		]);
		expect(today(facts).also[1]?.why).toBe('Parked on 1 September');
	});

	it('puts a refinement at almost after the next step', () => {
		const nextTask = {
			code: 'say-setting',
			sentence: 'One sentence more.',
			action: 'Say where',
			anchor: '/clarity#seat3'
		};
		const facts: TodayFacts = {
			...monday,
			readiness: { verdict: 'almost', nextTask, outreach: 'open' },
			interviews: [thread('Henrik Gren', { stage: 'to-ask' })]
		};
		expect(titles(facts)).toEqual(['Write to Henrik Gren', 'Say where']);
	});

	it('finds the next person only when nothing else is there and there is room', () => {
		const asked = thread('Owen Castellan', { stage: 'asked', cadence: { quietFor: 1 } });
		const one = today({ ...readyDay, interviews: [asked], waiting: 1 });
		expect(one.first?.why).toBe('One request is waiting. You can send four more.');
		const full = today({ ...readyDay, interviews: [asked], waiting: 5 });
		expect(full.first).toBeUndefined();
		expect(full.lede).toBe('Monday 23 November. Nothing is due today.');
	});
});
