import { expect, test } from 'vitest';
import { addHours, addMinutes } from '#kernel/clock.ts';
import { scopeFor } from '#server/scope.server.ts';
import { newId } from '#server/tokens.ts';
import { appWithExplorers } from '#tests/support/explorers.ts';
import {
	addCriterion,
	addOption,
	addSelfNote,
	answerReadiness,
	describeTheme,
	openTheme,
	overrideReadiness,
	sayNoDealBreaker,
	getClarity,
	markDealBreaker,
	takeBackAnswers,
	unmarkDealBreaker,
	withdrawNoDealBreaker,
	withdrawOverride
} from '../operations.server.ts';
import { openThemes, outreachIsOpen, readinessOf } from '../reads/readiness.server.ts';

const { testApp, current, as } = await appWithExplorers();

const good = { clarity: 4, satisfaction: 4, fear: 2, pressure: 2, confidence: 4 };
const scope = () =>
	scopeFor(current.me.actor, 'read', current.me.workspaceId, testApp.app.database.read);
const now = () => testApp.clock.now();
const verdict = async () => (await readinessOf(scope(), now())).verdict;

async function becomeReady(): Promise<string> {
	const { id } = await as(openTheme, { title: 'Magazine editing' });
	await as(describeTheme, { id, activity: 'Cut', setting: 'An office', pull: 'Words' });
	for (const text of ['one', 'two', 'three']) {
		for (const kind of ['strength', 'value', 'interest'] as const) {
			await as(addSelfNote, { kind, text });
		}
		await as(addCriterion, { text });
	}
	await as(sayNoDealBreaker, {});
	await as(answerReadiness, good);
	testApp.clock.set(addHours(now(), 25));
	return id;
}

test('the check opens outreach when all is there', async () => {
	expect(await verdict()).toBe('too-soon');
	expect(await outreachIsOpen(scope(), now())).toBe(false);
	const id = await becomeReady();
	expect(await verdict()).toBe('ready');
	expect(await outreachIsOpen(scope(), now())).toBe(true);
	expect(await openThemes(scope())).toEqual([
		{
			id,
			title: 'Magazine editing',
			activity: 'Cut',
			setting: 'An office',
			pull: 'Words',
			titles: '',
			seat: 1
		}
	]);
});

test('the page and the other features read the same verdict', async () => {
	await becomeReady();
	await as(describeTheme, { id: (await openThemes(scope()))[0]?.id ?? '', pull: '' });
	const seen = await as(getClarity, {});
	expect(seen.readiness).toEqual(await readinessOf(scope(), now()));
	expect(seen.readiness).toMatchObject({
		verdict: 'almost',
		nextTask: { anchor: '/clarity#seat1' }
	});
});

test('the newest answers count, and after their deletion the ones before', async () => {
	const first = await as(answerReadiness, good);
	testApp.clock.set(addMinutes(now(), 1));
	const id = newId();
	const low = { ...good, confidence: 1, pressure: 5 };
	await as(answerReadiness, { id, ...low });
	await as(answerReadiness, { id, ...low });
	await expect(as(answerReadiness, { id, ...good })).rejects.toMatchObject({
		code: 'answer.other-body'
	});
	expect(await as(getClarity, {})).toMatchObject({
		answers: { id, confidence: 1 },
		readiness: { suggestCounsellor: true }
	});
	await expect(as(takeBackAnswers, { id: first.id })).rejects.toMatchObject({
		code: 'readiness.answered-since'
	});
	await as(takeBackAnswers, { id });
	expect((await as(getClarity, {})).answers).toMatchObject({ id: first.id });
});

test('an answer that is not one to five is refused at its field', async () => {
	await expect(as(answerReadiness, { ...good, fear: 6 })).rejects.toMatchObject({
		fields: [{ field: 'fear' }]
	});
});

test('too soon, an override with a reason opens outreach until it is withdrawn', async () => {
	await as(openTheme, { title: 'Magazine editing' });
	await expect(as(overrideReadiness, { reason: ' ' })).rejects.toMatchObject({
		fields: [{ field: 'reason' }]
	});
	const id = newId();
	const reason = 'My aunt retires in June.';
	await as(overrideReadiness, { id, reason });
	await as(overrideReadiness, { id, reason });
	expect(await readinessOf(scope(), now())).toMatchObject({
		verdict: 'too-soon',
		outreach: 'closed',
		outreachIsOpen: true,
		override: { reason }
	});
	await expect(as(overrideReadiness, { id, reason: 'Another' })).rejects.toMatchObject({
		code: 'statement.other-body'
	});
	await expect(as(overrideReadiness, { reason: 'Another' })).rejects.toMatchObject({
		code: 'readiness.override-stands'
	});
	expect(await as(withdrawOverride, {})).toMatchObject({ reason });
	expect(await outreachIsOpen(scope(), now())).toBe(false);
	await expect(as(withdrawOverride, {})).rejects.toMatchObject({
		code: 'override.missing'
	});
	await as(overrideReadiness, { reason });
	const stored = await testApp.open
		.selectFrom('readiness_statements')
		.select(['reason', 'withdrawn_at'])
		.where('workspace_id', '=', current.me.workspaceId)
		.execute();
	expect(stored).toHaveLength(2);
});

test('no override is needed where the verdict has opened outreach', async () => {
	await becomeReady();
	await expect(as(overrideReadiness, { reason: 'Because.' })).rejects.toMatchObject({
		code: 'readiness.open-already'
	});
});

test('six other options make it too soon again', async () => {
	await becomeReady();
	for (let count = 0; count < 6; count += 1) {
		await as(addOption, { text: `Option ${count}` });
	}
	expect(await readinessOf(scope(), now())).toMatchObject({
		verdict: 'too-soon',
		nextTask: {
			code: 'sharpen-focus',
			sentence: expect.not.stringContaining('free talk') as string
		}
	});
});

test('the check is read in three statements', async () => {
	let count = 0;
	const watched = testApp.open.withPlugin({
		transformQuery: ({ node }) => node,
		transformResult: ({ result }) => {
			count += 1;
			return Promise.resolve(result);
		}
	});
	await readinessOf(scopeFor(current.me.actor, 'read', current.me.workspaceId, watched), now());
	expect(count).toBe(3);
});

test('a statement withdrawn and restored stays one row, also when a mark between is undone', async () => {
	const { id } = await as(addCriterion, { text: 'one' });
	await as(sayNoDealBreaker, {});
	const said = await as(withdrawNoDealBreaker, {});
	await as(sayNoDealBreaker, said);
	const marked = await as(markDealBreaker, { id });
	await as(unmarkDealBreaker, { id, was: marked.dealBreakerAt, noneSaidAt: marked.noneSaidAt });
	const sql = 'select said_at, withdrawn_at from readiness_statements where workspace_id = ?';
	expect(await testApp.raw.all(sql, current.me.workspaceId)).toEqual([
		{ said_at: said.since, withdrawn_at: null }
	]);
});
