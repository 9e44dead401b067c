import { expect, test } from 'vitest';
import {
	aheadText,
	cellText,
	dealBreakerText,
	duration,
	flipText,
	heardText,
	inHundred,
	ledeOf,
	nextTitle,
	nextWhy,
	openText,
	percent,
	points,
	silentText,
	sparedText,
	standing,
	themeStateText,
	tookText
} from './decision-text.ts';
import type { DecisionView, Heard, LeadView, NextView } from './schemas.ts';

const lead: LeadView = {
	themeId: 'w',
	title: 'Technical writing',
	closeness: 'too-close',
	others: [
		{ title: 'Magazine editing', chance: 0.7 },
		{ title: 'School counselling', chance: 0.68 }
	],
	withEqual: true,
	withRankSum: true,
	flips: [
		{ criterion: 'a steady income', weight: 0.1567, at: 0.08 },
		{ criterion: 'working with words', weight: 0.4567, at: 0.56 },
		{ criterion: 'a way in', weight: 0.09, at: 0.6 }
	]
};
const view = {
	criteria: [{ id: 'c', text: 'Words', weight: 1 }],
	themes: [{ id: 'w' }, { id: 'm' }],
	resting: [],
	decided: [],
	spared: { rows: [] },
	talks: 11,
	insights: 74,
	speaking: 34,
	lead
} as unknown as DecisionView;
const heard: Heard = {
	heard: 'enough',
	inBase: 24,
	inRun: 4,
	ratio: 4 / 24,
	talksLeft: 0,
	silent: 0,
	shallow: false
};
const next: NextView = {
	kind: 'worth',
	themeId: 'c',
	title: 'School counselling',
	talks: 2,
	criterion: 'Working with words',
	agreed: null,
	underWay: 0,
	heard,
	gains: [{ title: 'School counselling', gain: 0.05 }]
};

test('the lede says how many, and how it stands', () => {
	expect(ledeOf(view)).toBe(
		'Eleven conversations, 74 insights. Technical writing is a little ahead, but the difference is too small to be sure.'
	);
	expect(standing({ ...lead, closeness: 'level' })).toBe(
		'Technical writing and Magazine editing have the same score.'
	);
	expect(standing({ ...lead, closeness: 'likely' })).toContain('probably stay ahead');
	expect(standing({ ...lead, closeness: 'clear' })).toContain('clearly ahead');
});

test.each([
	[{ themes: [] }, 'what people told you about each theme'],
	[{ talks: 0 }, 'No conversation yet'],
	[{ lead: null, criteria: [] }, 'Add your criteria'],
	[{ lead: null, speaking: 0 }, 'No insight is about one of your criteria'],
	[{ lead: null, themes: [{ id: 'w' }] }, 'With one open theme'],
	[{ lead: null }, 'Only one theme has evidence']
])('a lede without a lead: %j', (parts, words) => {
	expect(ledeOf({ ...view, ...parts } as unknown as DecisionView)).toContain(words);
});

test('the lede says which themes its counts leave out', () => {
	const [chosen, rests] = [
		{ themeId: 's', title: 'School counselling' },
		{ id: 'b', title: 'Bookbinding' }
	];
	const row = (theme: object, talks: number) => ({ rows: [{ ...theme, talks }] });
	const lede = (parts: object) => ledeOf({ ...view, ...parts } as unknown as DecisionView);
	expect(lede({ decided: [chosen], spared: row(chosen, 5) })).toBe(
		'Eleven conversations, 74 insights, without School counselling. Technical writing is a little ahead, but the difference is too small to be sure.'
	);
	expect(lede({ decided: [chosen], resting: [rests] })).toContain(
		', without School counselling and Bookbinding.'
	);
	expect(lede({ spared: row(chosen, 0) })).toBe(ledeOf(view));
	expect(lede({ decided: [{ themeId: 'w', title: 'Technical writing' }] })).toBe(ledeOf(view));
	const many = ['1', '2', '3'].map((id) => ({ id, title: id }));
	expect(lede({ resting: many })).toContain(', without three themes that are not open now.');
	expect(lede({ talks: 0, decided: [chosen] })).toContain(
		'No conversation about your open themes yet'
	);
});

test('what to learn next says why, and what would count most', () => {
	expect(nextTitle(next)).toBe('One more conversation about School counselling');
	expect(nextWhy(next)).toBe(
		'This conversation could change the order of your themes the most. Answers about this criterion would help most: Working with words.'
	);
	expect(nextTitle({ ...next, talks: 0 })).toBe('First conversation about School counselling');
	expect(nextWhy({ ...next, kind: 'two-each', talks: 0 })).toContain(
		'Ask about this criterion first'
	);
	const alone = (talks: number, parts: Partial<Heard>) =>
		nextWhy({ ...next, kind: 'alone', criterion: null, talks, heard: { ...heard, ...parts } });
	expect(alone(2, { heard: 'too-early', talksLeft: 3 })).toBe(
		'After the fifth conversation, you can tell whether you have heard enough.'
	);
	expect(alone(5, { heard: 'too-early', talksLeft: 1 })).toBe(
		'After one more conversation with insights, you can tell whether you have heard enough.'
	);
	expect(alone(6, { heard: 'still-new', talksLeft: 0 })).toContain(
		'still brought many new insights'
	);
	expect(alone(6, { heard: 'undefined', talksLeft: 0 })).toContain('you cannot tell yet');
	const enough = { ...next, kind: 'enough', criterion: null } as const;
	expect(nextTitle(enough)).toBe('Decision about School counselling');
	expect(nextWhy(enough)).toContain('One more conversation is unlikely');
	expect(nextWhy({ ...enough, gains: [] })).toContain('few new insights');
});

test('heard enough, with the numbers behind it', () => {
	expect(heardText(heard)).toEqual({
		tone: 'done',
		verdict: 'enough to compare',
		detail: 'Four new insights in the last two conversations, 24 in the first three: 17 %'
	});
	expect(heardText({ ...heard, heard: 'strict' }).verdict).toBe('enough by the strict measure');
	expect(heardText({ ...heard, heard: 'still-new', ratio: 0.5 }).tone).toBe('due');
	expect(heardText({ ...heard, heard: 'too-early', talksLeft: 3 })).toMatchObject({
		verdict: 'too early',
		detail: 'Three more conversations needed'
	});
	expect(heardText({ ...heard, heard: 'too-early', talksLeft: 1 }).detail).toBe(
		'You can tell after the fifth conversation'
	);
	expect(heardText({ ...heard, heard: 'too-early', talksLeft: 3, silent: 1 }).detail).toBe(
		'Three more conversations with insights needed'
	);
	expect(heardText({ ...heard, heard: 'too-early', talksLeft: 1, silent: 1 }).detail).toBe(
		'One more conversation with insights needed'
	);
	expect([0, 1, 2].map((silent) => silentText({ ...heard, silent }))).toEqual([
		'',
		'One has no insights and does not count yet',
		'Two have no insights and do not count yet'
	]);
	expect(silentText({ ...heard, heard: 'nothing', silent: 2 })).toBe('');
	expect(heardText({ ...heard, heard: 'undefined', ratio: null }).verdict).toBe('not clear yet');
	expect(heardText({ ...heard, heard: 'nothing' }).detail).toBe('No insights yet');
});

test('cells, deal-breakers, chances and weights as text beside each picture', () => {
	expect(cellText({ for: 3, between: 1, against: 0 })).toBe('3 for, 1 between');
	const said = { criterion: 'Steady income', words: '', text: '', name: '' };
	expect([1, 2, 3, 5].map((each) => dealBreakerText({ ...said, heard: each }))).toEqual([
		'Deal-breaker heard once: Steady income',
		'Deal-breaker heard twice: Steady income',
		'Deal-breaker heard three times: Steady income',
		'Deal-breaker heard five times: Steady income'
	]);
	expect(aheadText(lead)).toBe(
		'The chance that Technical writing is ahead of Magazine editing is 70 %. The chance that Technical writing is ahead of School counselling is 68 %.'
	);
	expect(flipText(lead)).toBe(
		'Magazine editing moves ahead if the weight of “a steady income” is below 8 % (now 16 %). It also moves ahead if the weight of “working with words” is above 56 % (now 46 %).'
	);
	expect(flipText({ ...lead, flips: [{ criterion: 'pay', weight: 0.457, at: 0.459 }] })).toBe(
		'Magazine editing moves ahead if the weight of “pay” is slightly above 46 %.'
	);
	expect(flipText({ ...lead, flips: [] })).toContain('No change to the weight of one criterion');
	expect([points(3.449), percent(0.4567)]).toEqual(['3.4', '46 %']);
	expect([0, 0.5, 1].map(inHundred)).toEqual([1, 50, 99]);
});

test('what it took, and what goes on', () => {
	expect([0, 1, 60, 80, 121].map(duration)).toEqual([
		'0 minutes',
		'1 minute',
		'1 hour',
		'1 hour 20 minutes',
		'2 hours 1 minute'
	]);
	expect(tookText({ talks: 1, timed: 0, minutes: 0 })).toBe('one conversation');
	expect(tookText({ talks: 4, timed: 4, minutes: 80 })).toBe(
		'four conversations, 1 hour 20 minutes'
	);
	expect(tookText({ talks: 4, timed: 3, minutes: 50 })).toBe(
		'four conversations, 50 minutes in the three that were timed'
	);
	expect(tookText({ talks: 13, timed: 0, minutes: 0 })).toBe('13 conversations');
	expect([1, 4].map(openText)).toEqual([
		'One interview about this theme is open. It stays open, whatever you decide.',
		'Four interviews about this theme are open. They stay open, whatever you decide.'
	]);
	expect(sparedText({ hours: 1200, words: '' })).toBe('Saved, by your own estimate: 1,200 hours.');
	expect(sparedText({ hours: 1, words: 'A course' })).toBe(
		'Saved, by your own estimate: 1 hour. A course.'
	);
	expect(sparedText({ hours: null, words: 'A year!' })).toBe(
		'Saved, by your own estimate: A year!'
	);
});

test('a theme that is tested further is not offered for a decision until its review', () => {
	const theme = { id: 'a', talks: 5, counterEvidence: { text: 'Nights', writtenAt: 'x' }, heard };
	const tested = {
		themeId: 'a',
		outcome: 'test-further' as const,
		lookAgainOn: '2027-01-11'
	};
	const say = (change: object, decided = [tested]) =>
		themeStateText({ ...theme, ...change }, decided, '2026-11-23');
	expect(say({})).toBe('Testing further. Review on 11 January 2027');
	expect(say({}, [{ ...tested, lookAgainOn: '2026-11-20' }])).toBe('Review due since 20 November');
	expect(say({ id: 'b' })).toBe('Ready for a decision');
	expect(say({}, [])).toBe('Ready for a decision');
	expect(say({ id: 'b', counterEvidence: null })).toBe('Evidence against this theme is missing');
	expect(say({ id: 'b', talks: 0 })).toBe('No conversation yet');
});

test('a theme with too few conversations is not called ready for a decision', () => {
	const theme = { id: 'a', talks: 2, counterEvidence: { text: 'Nights', writtenAt: 'x' } };
	const say = (change: object) =>
		themeStateText({ ...theme, heard: { ...heard, ...change } }, [], '2026-11-23');
	expect(say({ heard: 'too-early', talksLeft: 3 })).toBe(
		'Three more conversations recommended before you decide'
	);
	expect(say({ heard: 'too-early', talksLeft: 1 })).toBe(
		'One more conversation recommended before you decide'
	);
	expect(say({ heard: 'nothing' })).toBe('No insights yet');
	expect(say({ heard: 'still-new' })).toBe('Ready for a decision');
});
