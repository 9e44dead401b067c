import { afterAll, beforeEach, expect, test } from 'vitest';
import { addMinutes } from '#kernel/clock.ts';
import type { Caller } from '#server/perform.ts';
import { newId } from '#server/secrets.ts';
import { openTestApp } from '#tests/support/app.ts';
import {
	doExperiment,
	planExperiment,
	removeExperiment,
	seeTheme,
	takeBackExperiment
} from '../operations.server.ts';
import { evidenceFor } from '../test-evidence.ts';

const house = await openTestApp();
afterAll(() => house.close());
let me: Caller;
let themeId: string;
beforeEach(async () => {
	me = await house.another(`Explorer ${newId()}`);
	const at = evidenceFor(house, me);
	themeId = await at.theme('Magazine editing', 1);
	await at.interview(themeId, 'Editor', { heldAt: '2026-11-02T15:00:00.000Z' });
});

const day = { rung: 'shadow', text: 'A closing day', plannedOn: '2027-01-11' } as const;
const plan = (id?: string) =>
	house.as(planExperiment, { themeId, ...day, ...(id ? { id } : {}) }, me);
const see = () => house.as(seeTheme, { id: themeId }, me);

test('a rung is planned, done with what one learned, and the next one is named', async () => {
	const { id } = await plan();
	expect(await see()).toMatchObject({
		experiments: [{ id, ...day, doneAt: null }],
		nextRung: 'shadow'
	});
	const { doneAt } = await house.as(doExperiment, { id, learned: 'Quiet afternoons' }, me);
	expect(await see()).toMatchObject({
		experiments: [{ doneAt, learned: 'Quiet afternoons' }],
		nextRung: 'try'
	});
	expect(await house.as(doExperiment, { id, learned: 'Quiet afternoons' }, me)).toEqual({
		id,
		doneAt
	});
	await expect(house.as(doExperiment, { id, learned: 'Else' }, me)).rejects.toMatchObject({
		code: 'experiments.done-before',
		fields: [{ field: 'learned' }]
	});
});

test('done is taken back with its words kept; only as it was seen', async () => {
	const { id } = await plan();
	await expect(house.as(takeBackExperiment, { id }, me)).rejects.toMatchObject({
		code: 'experiments.not-done'
	});
	const { doneAt } = await house.as(doExperiment, { id, learned: 'Much' }, me);
	await house.as(takeBackExperiment, { id, doneAt }, me);
	expect((await see()).experiments).toMatchObject([{ doneAt: null, learned: 'Much' }]);
	house.clock.set(addMinutes(house.clock.now(), 5));
	await house.as(doExperiment, { id, learned: 'More' }, me);
	await expect(house.as(takeBackExperiment, { id, doneAt }, me)).rejects.toMatchObject({
		code: 'experiments.done-since'
	});
});

test('one that was not done is removed and planned again; a done one is kept', async () => {
	const { id } = await plan();
	const gone = await house.as(removeExperiment, { id }, me);
	expect((await see()).experiments).toEqual([]);
	await house.as(planExperiment, gone, me);
	expect((await see()).experiments).toMatchObject([{ id, ...day }]);
	await house.as(doExperiment, { id }, me);
	await expect(house.as(removeExperiment, { id }, me)).rejects.toMatchObject({
		code: 'experiments.done'
	});
});

test('the same id with the same words is one, with others a conflict', async () => {
	const id = newId();
	await plan(id);
	await plan(id);
	expect((await see()).experiments).toHaveLength(1);
	await expect(
		house.as(planExperiment, { themeId, id, ...day, text: 'Another' }, me)
	).rejects.toMatchObject({ code: 'experiment.other-body' });
	await expect(house.as(planExperiment, { themeId, ...day, text: '  ' }, me)).rejects.toMatchObject(
		{ fields: [{ field: 'text' }] }
	);
});

test('a foreign one is missing', async () => {
	const { id } = await plan();
	const stranger = await house.another(`Stranger ${newId()}`);
	for (const each of [doExperiment, takeBackExperiment, removeExperiment] as const) {
		await expect(house.as(each as typeof removeExperiment, { id }, stranger)).rejects.toMatchObject(
			{ code: 'experiment.missing' }
		);
	}
	await expect(house.as(planExperiment, { themeId, ...day }, stranger)).rejects.toMatchObject({
		code: 'theme.missing'
	});
});
