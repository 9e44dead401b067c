import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Caller } from '#server/perform.ts';
import { newId } from '#server/tokens.ts';
import { openTestApp, type TestApp } from '#tests/support/app.ts';
import {
	recordDecision,
	getDecision,
	getTheme,
	writeCounterEvidence
} from '../operations.server.ts';
import { evidenceFor } from '#tests/support/evidence.ts';

let testApp: TestApp;
let me: Caller;
let at: ReturnType<typeof evidenceFor>;
beforeAll(async () => {
	testApp = await openTestApp();
});
beforeEach(async () => {
	me = await testApp.another(`Explorer ${newId()}`);
	at = evidenceFor(testApp, me);
});
afterAll(() => testApp.close());

const see = () => testApp.as(getDecision, {}, me);
const heldAt = (day: number) => `2026-11-${String(day).padStart(2, '0')}T15:00:00.000Z`;

test('with nothing there is nothing to weigh', async () => {
	expect(await see()).toMatchObject({ themes: [], resting: [], lead: null, next: null, talks: 0 });
});

test('themes without talks ask for two each, the top theme first', async () => {
	const first = await at.theme('Magazine editing', 1);
	await at.theme('Technical writing', 2);
	await at.criterion('Working with words');
	expect(await see()).toMatchObject({
		themes: [
			{ seat: 1, talks: 0, score: null, heard: { heard: 'nothing' }, cells: [{ strongest: null }] },
			{ seat: 2 }
		],
		next: {
			kind: 'two-each',
			themeId: first,
			talks: 0,
			criterion: 'Working with words',
			gains: []
		},
		lead: null
	});
});

test('two themes side by side: cells, scores, lead, what to learn next', async () => {
	const words = await at.criterion('Working with words');
	const income = await at.criterion('Steady income', 'deal-breaker');
	const editing = await at.theme('Magazine editing', 1);
	const writing = await at.theme('Technical writing', 2);
	for (const day of [2, 3]) {
		const one = await at.interview(editing, `Editor ${day}`, { heldAt: heldAt(day), minutes: 20 });
		await at.said(one, editing, [
			{ criterion: words, stance: 'for', strength: 3, words: 'You touch every sentence twice.' },
			{ criterion: income, stance: 'against', words: `Second thing ${day}` },
			{ stance: 'between' }
		]);
		const other = await at.interview(writing, `Writer ${day}`, { heldAt: heldAt(day) });
		await at.said(other, writing, [{ criterion: income, stance: 'for', strength: 3 }]);
	}
	const agreed = await at.interview(editing, 'Hanne Solberg', {
		agreedAt: heldAt(20),
		startsAt: '2026-12-01T09:00:00.000Z'
	});
	await at.interview(editing, 'Somebody wished');
	const view = await see();
	expect(view).toMatchObject({ talks: 4, insights: 8, speaking: 6 });
	expect(view.criteria.map(({ weight }) => weight)).toEqual([0.75, 0.25]);
	const [one, other] = view.themes;
	expect(one).toMatchObject({
		talks: 2,
		insights: 6,
		cells: [
			{ for: 2, between: 0, against: 0, talks: 2 },
			{ for: 0, against: 2, strongest: { words: 'Second thing 3' } }
		],
		dealBreakers: [{ criterion: 'Steady income', heard: 2, name: 'Editor 3' }],
		agreed: { interviewId: agreed, name: 'Hanne Solberg', startsAt: '2026-12-01T09:00:00.000Z' },
		heard: { heard: 'too-early', talksLeft: 3, shallow: true }
	});
	// (3 + 5 + 5)/3 and (3 + 2 + 2)/3, weighed three to one; and (3)/1, (3 + 5 + 5)/3.
	expect(one!.score!.score).toBeCloseTo(0.75 * (13 / 3) + 0.25 * (7 / 3), 10);
	expect(other!.score!.score).toBeCloseTo(0.75 * 3 + 0.25 * (13 / 3), 10);
	expect(other!.score!.high - other!.score!.low).toBeGreaterThan(
		one!.score!.high - one!.score!.low
	);
	expect(view.lead).toMatchObject({
		themeId: editing,
		others: [{ title: 'Technical writing' }],
		withEqual: false,
		flips: [{ criterion: 'Working with words' }, { criterion: 'Steady income' }]
	});
	expect(view.next).toMatchObject({ kind: 'worth', themeId: writing, agreed: null, underWay: 0 });
	expect(view.next!.gains).toHaveLength(2);
	expect(view.spared).toMatchObject({
		rows: [{ themeId: editing, talks: 2, timed: 2, minutes: 40, hours: null }],
		all: { minutes: 40, hours: null }
	});
});

test('a single theme is learned about until saturation, then decided', async () => {
	const words = await at.criterion('Working with words');
	const only = await at.theme('Magazine editing', 1);
	const talk = async (day: number, fresh: number) => {
		const id = await at.interview(only, `Editor ${day}`, { heldAt: heldAt(day) });
		const said = Array.from({ length: 7 }, (_, index) => ({
			criterion: words,
			stance: 'for' as const,
			...(index < fresh ? {} : { heardBefore: heldAt(day) })
		}));
		await at.said(id, only, said);
	};
	await talk(1, 7);
	expect((await see()).next).toMatchObject({ kind: 'two-each', talks: 1 });
	await talk(2, 7);
	expect(await see()).toMatchObject({ next: { kind: 'alone', talks: 2 }, lead: null });
	await at.interview(only, 'Editor who left nothing', { heldAt: heldAt(6) });
	expect((await see()).themes).toMatchObject([
		{ talks: 3, heard: { heard: 'too-early', talksLeft: 3, silent: 1 } }
	]);
	for (const day of [3, 4, 5]) await talk(day, day === 3 ? 6 : 1);
	expect(await see()).toMatchObject({
		next: { kind: 'enough', themeId: only },
		themes: [{ heard: { heard: 'enough', inBase: 20, inRun: 2, shallow: false } }]
	});
});

test('a parked theme with talks is listed separately', async () => {
	const spoken = await at.theme('Bookbinding', null);
	await at.theme('Beekeeping', null);
	await at.interview(spoken, 'Binder', { heldAt: heldAt(4) });
	expect(await see()).toMatchObject({
		themes: [],
		resting: [{ id: spoken, title: 'Bookbinding', talks: 1, score: null }],
		next: null
	});
});

test('insights of talks that were not held, and of another’s workspace, count for nothing', async () => {
	const theme = await at.theme('Magazine editing', 1);
	const planned = await at.interview(theme, 'Editor', { agreedAt: heldAt(4) });
	await at.said(planned, theme, [{ stance: 'for' }]);
	const stranger = await testApp.another(`Stranger ${newId()}`);
	const theirs = evidenceFor(testApp, stranger);
	const foreign = await theirs.theme('Theirs', 1);
	const talk = await theirs.interview(foreign, 'Them', { heldAt: heldAt(4) });
	await theirs.said(talk, foreign, [{ stance: 'for' }]);
	expect(await see()).toMatchObject({ talks: 0, insights: 0, themes: [{ insights: 0 }] });
	await expect(testApp.as(getTheme, { id: foreign }, me)).rejects.toMatchObject({
		code: 'theme.missing'
	});
	await expect(testApp.as(getTheme, { id: newId() }, me)).rejects.toMatchObject({
		code: 'theme.missing'
	});
});

test('a theme’s own page: the newest five of a criterion, all of the one asked for', async () => {
	const words = await at.criterion('Working with words');
	const theme = await at.theme('Magazine editing', 1);
	for (const day of [1, 2, 3, 4, 5, 6, 7]) {
		const talk = await at.interview(theme, `Editor ${day}`, { heldAt: heldAt(day), minutes: 15 });
		await at.said(talk, theme, [{ criterion: words, stance: 'for' }, { stance: 'against' }]);
	}
	const view = await testApp.as(getTheme, { id: theme }, me);
	expect(view.criteria[0]).toMatchObject({ text: 'Working with words', cell: { for: 7 } });
	expect(view.criteria[0]!.insights.map(({ name }) => name)).toEqual(
		[7, 6, 5, 4, 3].map((day) => `Editor ${day}`)
	);
	expect(view.besides).toMatchObject({ count: 7 });
	expect(view.besides.insights).toHaveLength(5);
	expect(view.talkList[0]).toMatchObject({ name: 'Editor 1', minutes: 15 });
	expect(view).toMatchObject({ state: 'open', nextRung: 'shadow', openInterviews: 7 });
	expect(view.days).toEqual({ from: '2026-11-24', until: '2028-11-22', season: '2027-02-21' });
	const whole = await testApp.as(getTheme, { id: theme, criterion: words }, me);
	expect([whole.criteria[0]!.insights.length, whole.besides.insights.length]).toEqual([7, 5]);
	const besides = await testApp.as(getTheme, { id: theme, criterion: 'none' }, me);
	expect(besides.besides.insights).toHaveLength(7);
});

test('what it spared is the explorer’s own estimate, and no other', async () => {
	const theme = await at.theme('Magazine editing', 1);
	await at.interview(theme, 'Editor', { heldAt: heldAt(4), minutes: 25 });
	await testApp.as(writeCounterEvidence, { themeId: theme, text: 'Nobody is paid' }, me);
	await testApp.as(
		recordDecision,
		{
			themeId: theme,
			outcome: 'let-go',
			reasons: 'It is not for me',
			lookAgainOn: '2027-03-01',
			spared: 'Two years of evenings',
			sparedHours: 600
		},
		me
	);
	expect((await see()).spared).toEqual({
		rows: [
			{
				themeId: theme,
				title: 'Magazine editing',
				talks: 1,
				timed: 1,
				minutes: 25,
				hours: 600,
				words: 'Two years of evenings'
			}
		],
		all: { talks: 1, timed: 1, minutes: 25, hours: 600 }
	});
});
