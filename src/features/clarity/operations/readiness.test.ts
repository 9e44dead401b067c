import { afterAll, beforeEach, expect, test } from 'vitest';
import { addHours, addMinutes } from '#kernel/clock.ts';
import type { Caller } from '#server/perform.ts';
import { scopeFor } from '#server/scope.server.ts';
import { newId } from '#server/secrets.ts';
import { openTestApp } from '#tests/support/app.ts';
import {
	addCriterion,
	addOption,
	addSelfNote,
	answerReadiness,
	describeTheme,
	openTheme,
	overrideReadiness,
	sayNoDealBreaker,
	seeClarity,
	takeBackAnswers,
	withdrawOverride
} from '../operations.server.ts';
import { openThemes, outreachIsOpen, readinessOf } from '../reads/readiness.server.ts';

const house = await openTestApp();
afterAll(() => house.close());
let me: Caller;
beforeEach(async () => {
	me = await house.another(`Explorer ${newId()}`);
});

const good = { clarity: 4, satisfaction: 4, fear: 2, pressure: 2, confidence: 4 };
const scope = () => scopeFor(me.actor, 'read', me.workspaceId, house.app.database.read);
const now = () => house.clock.now();
const verdict = async () => (await readinessOf(scope(), now())).verdict;

async function becomeReady(): Promise<string> {
	const { id } = await house.as(openTheme, { title: 'Magazine editing' }, me);
	await house.as(describeTheme, { id, activity: 'Cut', setting: 'An office', pull: 'Words' }, me);
	for (const text of ['one', 'two', 'three']) {
		for (const kind of ['strength', 'value', 'interest'] as const) {
			await house.as(addSelfNote, { kind, text }, me);
		}
		await house.as(addCriterion, { text }, me);
	}
	await house.as(sayNoDealBreaker, {}, me);
	await house.as(answerReadiness, good, me);
	house.clock.set(addHours(now(), 25));
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
	await house.as(describeTheme, { id: (await openThemes(scope()))[0]?.id ?? '', pull: '' }, me);
	const seen = await house.as(seeClarity, {}, me);
	expect(seen.readiness).toEqual(await readinessOf(scope(), now()));
	expect(seen.readiness).toMatchObject({
		verdict: 'almost',
		nextTask: { anchor: '/clarity#seat1' }
	});
});

test('the newest answers count, and the ones before them when they are taken back', async () => {
	const first = await house.as(answerReadiness, good, me);
	house.clock.set(addMinutes(now(), 1));
	const id = newId();
	const low = { ...good, confidence: 1, pressure: 5 };
	await house.as(answerReadiness, { id, ...low }, me);
	await house.as(answerReadiness, { id, ...low }, me);
	await expect(house.as(answerReadiness, { id, ...good }, me)).rejects.toMatchObject({
		code: 'answer.other-body'
	});
	expect(await house.as(seeClarity, {}, me)).toMatchObject({
		answers: { id, confidence: 1 },
		readiness: { suggestCounsellor: true }
	});
	await expect(house.as(takeBackAnswers, { id: first.id }, me)).rejects.toMatchObject({
		code: 'readiness.answered-since'
	});
	await house.as(takeBackAnswers, { id }, me);
	expect((await house.as(seeClarity, {}, me)).answers).toMatchObject({ id: first.id });
});

test('an answer that is not one to five is refused at its field', async () => {
	await expect(house.as(answerReadiness, { ...good, fear: 6 }, me)).rejects.toMatchObject({
		fields: [{ field: 'fear' }]
	});
});

test('too soon, an override with a reason opens outreach until it is withdrawn', async () => {
	await house.as(openTheme, { title: 'Magazine editing' }, me);
	await expect(house.as(overrideReadiness, { reason: ' ' }, me)).rejects.toMatchObject({
		fields: [{ field: 'reason' }]
	});
	const id = newId();
	const reason = 'My aunt retires in June.';
	await house.as(overrideReadiness, { id, reason }, me);
	await house.as(overrideReadiness, { id, reason }, me);
	expect(await readinessOf(scope(), now())).toMatchObject({
		verdict: 'too-soon',
		outreach: 'closed',
		outreachIsOpen: true,
		override: { reason }
	});
	await expect(house.as(overrideReadiness, { id, reason: 'Another' }, me)).rejects.toMatchObject({
		code: 'statement.other-body'
	});
	await expect(house.as(overrideReadiness, { reason: 'Another' }, me)).rejects.toMatchObject({
		code: 'readiness.override-stands'
	});
	expect(await house.as(withdrawOverride, {}, me)).toEqual({ reason });
	expect(await outreachIsOpen(scope(), now())).toBe(false);
	await expect(house.as(withdrawOverride, {}, me)).rejects.toMatchObject({
		code: 'override.missing'
	});
	await house.as(overrideReadiness, { reason }, me);
	const kept = await house.open
		.selectFrom('readiness_statements')
		.select(['reason', 'withdrawn_at'])
		.where('workspace_id', '=', me.workspaceId)
		.execute();
	expect(kept).toHaveLength(2);
});

test('no override is needed where the verdict has opened outreach', async () => {
	await becomeReady();
	await expect(house.as(overrideReadiness, { reason: 'Because.' }, me)).rejects.toMatchObject({
		code: 'readiness.open-already'
	});
});

test('six other options make it too soon again', async () => {
	await becomeReady();
	for (let count = 0; count < 6; count += 1) {
		await house.as(addOption, { text: `Option ${count}` }, me);
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
	const watched = house.open.withPlugin({
		transformQuery: ({ node }) => node,
		transformResult: ({ result }) => {
			count += 1;
			return Promise.resolve(result);
		}
	});
	await readinessOf(scopeFor(me.actor, 'read', me.workspaceId, watched), now());
	expect(count).toBe(3);
});
