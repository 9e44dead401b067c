import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { addMinutes } from '#kernel/clock.ts';
import {
	letGoTheme,
	unchooseTheme,
	openTheme,
	getClarity,
	unparkTheme
} from '#features/clarity/operations.server.ts';
import type { Caller } from '#server/perform.ts';
import { newId } from '#server/tokens.ts';
import { openTestApp, type TestApp } from '#tests/support/app.ts';
import {
	recordDecision,
	reinstateDecision,
	removeCounterEvidence,
	getDecision,
	getTheme,
	withdrawDecision,
	writeCounterEvidence
} from '../operations.server.ts';
import { lookAgain } from '../reads/decisions.server.ts';
import { decisionOf } from '../store.server.ts';
import { evidenceFor } from '#tests/support/evidence.ts';
import { scopeFor } from '#server/scope.server.ts';

let testApp: TestApp;
let me: Caller;
let at: ReturnType<typeof evidenceFor>;
let themeId: string;
let other: string;
beforeAll(async () => {
	testApp = await openTestApp();
});
beforeEach(async () => {
	me = await testApp.another(`Explorer ${newId()}`);
	at = evidenceFor(testApp, me);
	themeId = await at.theme('Magazine editing', 1);
	other = await at.theme('Technical writing', 2);
});
afterAll(() => testApp.close());

const later = (): void => testApp.clock.set(addMinutes(testApp.clock.now(), 30));
const against = (theme = themeId) =>
	testApp.as(writeCounterEvidence, { themeId: theme, text: 'Everybody has a second job.' }, me);
const scope = () => scopeFor(me.actor, 'read', me.workspaceId, testApp.app.database.read);
const usual = { reasons: 'Because I heard it four times.', lookAgainOn: '2027-02-21' };
type Input = Parameters<
	typeof testApp.as<typeof recordDecision.input, typeof recordDecision.output>
>[1];
const decide = (parts: Partial<Input> & { outcome: Input['outcome'] }) =>
	testApp.as(recordDecision, { themeId, ...usual, ...parts }, me);
const seats = async () => {
	const { themes, parked, chosen, letGo } = await testApp.as(getClarity, {}, me);
	return {
		open: themes.map(({ title }) => title),
		parked: parked.map(({ title }) => title),
		chosen: chosen.map(({ title }) => title),
		letGo: letGo.map(({ title }) => title)
	};
};

test('nothing is decided before the counter-evidence is written, also not through the API', async () => {
	await against(other);
	await expect(decide({ outcome: 'pursue' })).rejects.toMatchObject({
		kind: 'too-soon',
		code: 'decisions.counter-evidence-missing'
	});
	expect((await testApp.as(getDecision, {}, me)).decided).toEqual([]);
	await against();
	const { id } = await decide({ outcome: 'pursue' });
	expect((await testApp.as(getDecision, {}, me)).decided).toMatchObject([
		{ id, title: 'Magazine editing', evidenceAgainst: 'Everybody has a second job.', ...usual }
	]);
});

test('counter-evidence is written, replaced and deleted, each only in the expected state', async () => {
	const first = await against();
	expect(first.was).toBe('');
	later();
	const second = await testApp.as(
		writeCounterEvidence,
		{ themeId, text: 'Nights', writtenAt: first.writtenAt },
		me
	);
	expect(second.was).toBe('Everybody has a second job.');
	expect(await testApp.as(writeCounterEvidence, { themeId, text: 'Nights' }, me)).toEqual({
		was: 'Nights',
		wasWrittenAt: second.writtenAt,
		writtenAt: second.writtenAt
	});
	const stale = { code: 'counterEvidence.changed-since' };
	for (const writtenAt of ['', first.writtenAt]) {
		await expect(
			testApp.as(writeCounterEvidence, { themeId, text: 'Else', writtenAt }, me)
		).rejects.toMatchObject({ ...stale, fields: [{ field: 'text' }] });
		await expect(
			testApp.as(removeCounterEvidence, { themeId, writtenAt }, me)
		).rejects.toMatchObject(stale);
	}
	const { writtenAt } = second;
	expect(await testApp.as(removeCounterEvidence, { themeId, writtenAt }, me)).toEqual({
		was: 'Nights'
	});
	await expect(testApp.as(removeCounterEvidence, { themeId }, me)).rejects.toMatchObject({
		code: 'counterEvidence.not-written'
	});
	await expect(
		testApp.as(writeCounterEvidence, { themeId, text: ' \r\n ' }, me)
	).rejects.toMatchObject({ fields: [{ field: 'text' }] });
	await expect(
		testApp.as(writeCounterEvidence, { themeId, text: 'x'.repeat(501) }, me)
	).rejects.toMatchObject({ fields: [{ field: 'text' }] });
});

test('a date for counter-evidence is accepted only with the date of the words it replaces', async () => {
	const write = (input: { text: string; writtenAt?: string; at?: string }) =>
		testApp.as(writeCounterEvidence, { themeId, ...input }, me);
	const { writtenAt } = await write({ text: 'Nights' });
	const earlier = addMinutes(writtenAt, -60);
	testApp.clock.set(addMinutes(writtenAt, 1));
	const other = await write({ text: 'Low pay', at: earlier });
	expect(other.writtenAt).toBe(testApp.clock.now());
	testApp.clock.set(addMinutes(writtenAt, 2));
	expect(await write({ text: 'Nights', writtenAt: other.writtenAt, at: writtenAt })).toMatchObject({
		writtenAt
	});
});

test('a decision keeps the evidence of its day, and no word of a partner', async () => {
	const criterion = await at.criterion('Steady income', 'deal-breaker');
	const heldAt = '2026-11-02T15:00:00.000Z';
	const talk = await at.interview(themeId, 'Ruth Ellery', { heldAt });
	const words = 'We all have a second thing.';
	await at.said(talk, themeId, [{ criterion, stance: 'against', words }]);
	await against();
	const { id, openInterviews } = await decide({ outcome: 'test-further', nextRung: 'shadow' });
	expect(openInterviews).toBe(1);
	const stored = await decisionOf(scope(), id);
	expect(stored?.evidence).toMatchObject({
		talks: 1,
		insights: 1,
		heard: 'too-early',
		criteria: [{ text: 'Steady income', weight: 1, talks: 1, mean: 2.5 }],
		dealBreakers: [{ criterion: 'Steady income', heard: 1 }],
		firstTalkAt: heldAt,
		lastTalkAt: heldAt,
		before: { seat: 1, lookAgainOn: null }
	});
	expect(stored?.evidence?.score?.score).toBe(2.5);
	expect(JSON.stringify(stored)).not.toContain(words);
	expect(JSON.stringify(stored)).not.toContain('Ruth');
});

test('the same decision twice is one, with other words a conflict', async () => {
	await against();
	const id = newId();
	const first = await decide({ id, outcome: 'park' });
	expect(await decide({ id, outcome: 'park' })).toEqual(first);
	for (const parts of [
		{ reasons: 'Another' },
		{ lookAgainOn: '2027-03-01' },
		{ spared: 'A year' },
		{ sparedHours: 400 }
	]) {
		await expect(decide({ id, outcome: 'park', ...parts })).rejects.toMatchObject({
			code: 'decision.other-body'
		});
	}
	expect((await testApp.as(getTheme, { id: themeId }, me)).decisions).toHaveLength(1);
});

test('testing further names the next rung; every field refuses at its place', async () => {
	await against();
	await expect(decide({ outcome: 'test-further' })).rejects.toMatchObject({
		code: 'decisions.rung-missing',
		fields: [{ field: 'nextRung' }]
	});
	for (const [field, parts] of Object.entries({
		lookAgainOn: { lookAgainOn: '2026-11-23' },
		reasons: { reasons: ' ' },
		sparedHours: { sparedHours: -1 }
	})) {
		await expect(decide({ outcome: 'pursue', ...parts })).rejects.toMatchObject({
			fields: [{ field }]
		});
	}
	await decide({ outcome: 'test-further', nextRung: 'try' });
	const stored = (await testApp.as(getDecision, {}, me)).decided;
	expect(stored).toMatchObject([{ outcome: 'test-further', nextRung: 'try', sparedHours: null }]);
});

test('parking parks the theme until that day; withdrawing gives the very seat back', async () => {
	await against();
	const { id } = await decide({ outcome: 'park' });
	expect(await seats()).toMatchObject({
		open: ['Technical writing'],
		parked: ['Magazine editing']
	});
	expect((await testApp.as(getClarity, {}, me)).parked).toMatchObject([
		{ lookAgainOn: '2027-02-21' }
	]);
	expect(await testApp.as(withdrawDecision, { id }, me)).toEqual({
		id,
		themeId,
		theme: 'as-before'
	});
	expect((await seats()).open).toEqual(['Magazine editing', 'Technical writing']);
	await expect(testApp.as(withdrawDecision, { id }, me)).rejects.toMatchObject({
		code: 'decisions.withdrawn-before'
	});
	await testApp.as(reinstateDecision, { id }, me);
	expect((await seats()).parked).toEqual(['Magazine editing']);
	await expect(testApp.as(reinstateDecision, { id }, me)).rejects.toMatchObject({
		code: 'decisions.stands'
	});
});

test('a theme parked before is parked again with its own date', async () => {
	const resting = await at.theme('Bookbinding', null);
	await against(resting);
	const { id } = await decide({ themeId: resting, outcome: 'park' });
	await testApp.as(withdrawDecision, { id }, me);
	expect((await testApp.as(getClarity, {}, me)).parked).toMatchObject([{ lookAgainOn: null }]);
});

test('without a free seat the theme of a withdrawn decision is parked, and the answer says so', async () => {
	await against();
	const { id } = await decide({ outcome: 'park' });
	for (const title of ['A', 'B']) await testApp.as(openTheme, { title }, me);
	expect((await testApp.as(withdrawDecision, { id }, me)).theme).toBe('rests');
	expect((await seats()).parked).toEqual(['Magazine editing']);
});

test('the outcome let-go ends the theme, and withdrawing reverts it; interviews continue', async () => {
	await at.interview(themeId, 'Still to ask');
	await against();
	const { id, openInterviews } = await decide({ outcome: 'let-go' });
	expect(openInterviews).toBe(1);
	expect((await seats()).letGo).toEqual(['Magazine editing']);
	later();
	await expect(decide({ outcome: 'pursue' })).rejects.toMatchObject({ code: 'themes.ended' });
	expect((await testApp.as(withdrawDecision, { id }, me)).theme).toBe('as-before');
	expect((await seats()).open).toEqual(['Magazine editing', 'Technical writing']);
	expect((await testApp.as(getTheme, { id: themeId }, me)).openInterviews).toBe(1);
});

test('later changes of the theme by the explorer are kept', async () => {
	await against();
	const parked = await decide({ outcome: 'park' });
	await testApp.as(unparkTheme, { id: themeId }, me);
	expect((await testApp.as(withdrawDecision, { id: parked.id }, me)).theme).toBe('left-alone');
	later();
	const pursued = await decide({ outcome: 'pursue' });
	await testApp.as(unchooseTheme, { id: themeId }, me);
	await testApp.as(letGoTheme, { id: themeId }, me);
	expect((await testApp.as(withdrawDecision, { id: pursued.id }, me)).theme).toBe('left-alone');
	expect((await seats()).letGo).toEqual(['Magazine editing']);
	await expect(testApp.as(reinstateDecision, { id: pursued.id }, me)).rejects.toMatchObject({
		code: 'themes.ended'
	});
});

test('a pursued theme is chosen, and comes back to its seat when that is withdrawn', async () => {
	await against();
	const { id } = await decide({ outcome: 'pursue' });
	expect((await seats()).chosen).toEqual(['Magazine editing']);
	await expect(decide({ outcome: 'park' })).rejects.toMatchObject({ code: 'themes.ended' });
	expect((await testApp.as(withdrawDecision, { id }, me)).theme).toBe('as-before');
	expect((await seats()).chosen).toEqual([]);
});

test('only the newest decision about a theme is withdrawn', async () => {
	await against();
	const first = await decide({ outcome: 'test-further', nextRung: 'shadow' });
	later();
	const second = await decide({ outcome: 'test-further', nextRung: 'shadow' });
	await expect(testApp.as(withdrawDecision, { id: first.id }, me)).rejects.toMatchObject({
		code: 'decisions.decided-since'
	});
	expect((await testApp.as(getDecision, {}, me)).decided.map(({ id }) => id)).toEqual([second.id]);
	await testApp.as(withdrawDecision, { id: second.id }, me);
	expect((await testApp.as(getDecision, {}, me)).decided.map(({ id }) => id)).toEqual([first.id]);
	await testApp.as(withdrawDecision, { id: first.id }, me);
	later();
	const third = await decide({ outcome: 'test-further', nextRung: 'shadow' });
	await expect(testApp.as(reinstateDecision, { id: first.id }, me)).rejects.toMatchObject({
		code: 'decisions.decided-since'
	});
	expect((await testApp.as(getDecision, {}, me)).decided.map(({ id }) => id)).toEqual([third.id]);
});

test('looking again comes up on its day, until one has decided anew', async () => {
	await against();
	await against(other);
	const { id } = await decide({ outcome: 'test-further', nextRung: 'shadow' });
	await decide({ themeId: other, outcome: 'pursue', lookAgainOn: '2026-12-24' });
	expect(await lookAgain(scope(), '2026-12-23')).toEqual([]);
	expect((await lookAgain(scope(), '2027-02-21')).map(({ title }) => title)).toEqual([
		'Technical writing',
		'Magazine editing'
	]);
	later();
	await decide({ outcome: 'pursue', lookAgainOn: '2027-06-01' });
	expect(await lookAgain(scope(), '2027-02-21')).toMatchObject([{ title: 'Technical writing' }]);
	await testApp.as(
		withdrawDecision,
		{ id: (await lookAgain(scope(), '2027-06-01'))[1]!.decisionId },
		me
	);
	expect(await lookAgain(scope(), '2027-02-21')).toMatchObject([
		{ themeId: other },
		{ decisionId: id }
	]);
});

test('a foreign decision or theme is exactly as missing as one that is not there', async () => {
	await against();
	const { id } = await decide({ outcome: 'pursue' });
	const stranger = await testApp.another(`Stranger ${newId()}`);
	const refusal = async (work: Promise<unknown>) =>
		work.then(
			() => 'done',
			(error: Error) => error.message
		);
	for (const [mine, theirs] of [
		[newId(), id],
		[newId(), themeId]
	] as const) {
		for (const each of [withdrawDecision, reinstateDecision] as const) {
			expect(
				await refusal(testApp.as(each as typeof withdrawDecision, { id: theirs }, stranger))
			).toBe(await refusal(testApp.as(each as typeof withdrawDecision, { id: mine }, stranger)));
		}
		const input = { ...usual, outcome: 'pursue' as const };
		expect(await refusal(testApp.as(recordDecision, { ...input, themeId: theirs }, stranger))).toBe(
			await refusal(testApp.as(recordDecision, { ...input, themeId: mine }, stranger))
		);
	}
});
