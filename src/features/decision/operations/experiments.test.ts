import { beforeEach, expect, test } from 'vitest';
import { addMinutes } from '#kernel/clock.ts';
import { newId } from '#server/tokens.ts';
import { appWithExplorers } from '#tests/support/explorers.ts';
import {
	markExperimentDone,
	planExperiment,
	removeExperiment,
	getTheme,
	unmarkExperimentDone
} from '../operations.server.ts';
import { evidenceFor } from '#tests/support/evidence.ts';

const { testApp, current, as } = await appWithExplorers();
let themeId: string;
beforeEach(async () => {
	const at = evidenceFor(testApp, current.me);
	themeId = await at.theme('Magazine editing', 1);
	await at.interview(themeId, 'Editor', { heldAt: '2026-11-02T15:00:00.000Z' });
});

const day = { rung: 'shadow', text: 'A closing day', plannedOn: '2027-01-11' } as const;
const plan = (id?: string) => as(planExperiment, { themeId, ...day, ...(id ? { id } : {}) });
const see = () => as(getTheme, { id: themeId });

test('a rung is planned, done with what one learned, and the next one is named', async () => {
	const { id } = await plan();
	expect(await see()).toMatchObject({
		experiments: [{ id, ...day, doneAt: null }],
		nextRung: 'shadow'
	});
	const { doneAt } = await as(markExperimentDone, { id, learned: 'Quiet afternoons' });
	expect(await see()).toMatchObject({
		experiments: [{ doneAt, learned: 'Quiet afternoons' }],
		nextRung: 'try'
	});
	expect(await as(markExperimentDone, { id, learned: 'Quiet afternoons' })).toEqual({
		id,
		doneAt
	});
	await expect(as(markExperimentDone, { id, learned: 'Else' })).rejects.toMatchObject({
		code: 'experiments.done-before',
		fields: [{ field: 'learned' }]
	});
});

test('done is undone with its text kept, only in the expected state', async () => {
	const { id } = await plan();
	await expect(as(unmarkExperimentDone, { id })).rejects.toMatchObject({
		code: 'experiments.not-done'
	});
	const { doneAt } = await as(markExperimentDone, { id, learned: 'Much' });
	await as(unmarkExperimentDone, { id, doneAt });
	expect((await see()).experiments).toMatchObject([{ doneAt: null, learned: 'Much' }]);
	testApp.clock.set(addMinutes(testApp.clock.now(), 5));
	await as(markExperimentDone, { id, learned: 'More' });
	await expect(as(unmarkExperimentDone, { id, doneAt })).rejects.toMatchObject({
		code: 'experiments.done-since'
	});
});

test('one that was not done is removed and planned again; a done one is kept', async () => {
	const { id } = await plan();
	const gone = await as(removeExperiment, { id });
	expect((await see()).experiments).toEqual([]);
	await as(planExperiment, gone);
	expect((await see()).experiments).toMatchObject([{ id, ...day }]);
	await as(markExperimentDone, { id });
	await expect(as(removeExperiment, { id })).rejects.toMatchObject({
		code: 'experiments.done'
	});
});

test('the same id with the same words is one, with others a conflict', async () => {
	const id = newId();
	await plan(id);
	await plan(id);
	expect((await see()).experiments).toHaveLength(1);
	await expect(as(planExperiment, { themeId, id, ...day, text: 'Another' })).rejects.toMatchObject({
		code: 'experiment.other-body'
	});
	await expect(as(planExperiment, { themeId, ...day, text: '  ' })).rejects.toMatchObject({
		fields: [{ field: 'text' }]
	});
});

test('a foreign one is missing', async () => {
	const { id } = await plan();
	const stranger = await testApp.another(`Stranger ${newId()}`);
	for (const each of [markExperimentDone, unmarkExperimentDone, removeExperiment] as const) {
		await expect(as(each as typeof removeExperiment, { id }, stranger)).rejects.toMatchObject({
			code: 'experiment.missing'
		});
	}
	await expect(as(planExperiment, { themeId, ...day }, stranger)).rejects.toMatchObject({
		code: 'theme.missing'
	});
});
