import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { changeInterview, closeInterview } from '#features/interviews/operations.server.ts';
import { newId } from '#server/tokens.ts';
import { openBriefs, type BriefSeason } from '#tests/support/briefs.ts';
import {
	addQuestion,
	addSource,
	changeQuestion,
	markKnown,
	moveQuestion,
	removeQuestion,
	removeSource,
	restoreQuestion,
	rewordCore,
	unmarkKnown
} from '../operations.server.ts';
import { briefForTalk } from '../reads/preparation.server.ts';
import { scopeFor } from '#server/scope.server.ts';

let season: BriefSeason;
let interviewId: string;
beforeAll(async () => {
	season = await openBriefs();
});
afterAll(() => season.close());
beforeEach(async () => {
	interviewId = await season.planned();
});

const questions = async (of = interviewId) => (await season.brief(of)).questions;
const said = async (state: string) =>
	(await questions()).filter((each) => each.state === state).map(({ text }) => text);
const about = async (code: string, of = interviewId) =>
	(await questions(of)).find((each) => each.code === code)!;
const written = (of: string) =>
	season.open
		.selectFrom('questions')
		.select('id')
		.where('workspace_id', '=', season.caller.workspaceId)
		.where('interview_id', '=', of)
		.execute();

test('the core questions are there before anything is written, under the ids they will have', async () => {
	const before = await questions();
	expect(before.map(({ code, state }) => `${code} ${state}`)).toEqual([
		'days fitting',
		'enjoy fitting',
		'worst fitting',
		'began fitting',
		'next fitting'
	]);
	expect(await written(interviewId)).toHaveLength(0);
	await season.as(addQuestion, { interviewId, text: 'Which issue nearly failed?' });
	expect((await questions()).slice(0, 5).map(({ id }) => id)).toEqual(before.map(({ id }) => id));
	expect(await said('waiting')).toEqual(['Which issue nearly failed?']);
});

test('the length decides how many fit, and alumni are asked about the training', async () => {
	await season.agree(interviewId, 20);
	await season.change(interviewId, { channel: 'school' });
	expect(await said('fitting')).toHaveLength(8);
	expect((await season.brief(interviewId)).meeting).toMatchObject({ medium: 'video' });
	const short = await season.planned();
	await season.agree(short, 10);
	const stored = (await questions(short)).filter(({ state }) => state === 'fitting');
	expect(stored.map(({ code }) => code)).toEqual(['enjoy', 'worst', 'began']);
});

test('a question of one’s own is added, moved over the line, changed and let go', async () => {
	const text = '  Which issue\n nearly failed? ';
	const added = await season.as(addQuestion, { interviewId, text });
	expect(added).toMatchObject({ text: 'Which issue nearly failed?', fits: false });
	const { id } = added;
	const place = (await questions()).find((each) => each.id === id)!.earlier!;
	expect(await season.as(moveQuestion, { interviewId, id, place })).toMatchObject({ fits: true });
	expect(await said('waiting')).toEqual(['Who else has a different view of this work?']);
	const changed = await season.as(changeQuestion, {
		interviewId,
		id,
		text: 'Do you like it?',
		was: added.text
	});
	expect(changed.was).toBe('Which issue nearly failed?');
	const flagged = (await questions()).find((each) => each.id === id);
	expect(flagged?.flags.map(({ code }) => code)).toEqual(['closed']);
	const undo = { interviewId, id, text: changed.was, was: changed.text };
	await season.as(changeQuestion, undo);
	await expect(season.as(changeQuestion, { ...undo, text: 'Other words' })).rejects.toMatchObject({
		code: 'preparation.changed-since',
		fields: [{ field: 'text' }]
	});
	await expect(
		season.as(removeQuestion, { interviewId, id, was: 'Do you like it?' })
	).rejects.toMatchObject({ code: 'preparation.changed-since' });
	await season.as(removeQuestion, { interviewId, id });
	await season.as(removeQuestion, { interviewId, id });
	expect(await said('removed')).toEqual(['Which issue nearly failed?']);
	expect(await said('fitting')).toHaveLength(5);
	await expect(season.as(moveQuestion, { interviewId, id, place: 1 })).rejects.toMatchObject({
		code: 'questions.not-in-sight'
	});
	expect(await season.as(restoreQuestion, { interviewId, id })).toMatchObject({ fits: true });
	expect((await questions())[place - 1]?.id).toBe(id);
});

test('nothing written is not a question, and forty are the most', async () => {
	await expect(season.as(addQuestion, { interviewId, text: ' ' })).rejects.toMatchObject({
		code: 'input.invalid',
		fields: [{ field: 'text' }]
	});
	for (let count = 5; count < 40; count += 1) {
		await season.as(addQuestion, { interviewId, text: `Question ${count}` });
	}
	await expect(season.as(addQuestion, { interviewId, text: 'One more' })).rejects.toMatchObject({
		code: 'questions.forty'
	});
});

test('the same id with the same words is the same question, with others a conflict', async () => {
	const id = newId();
	await season.as(addQuestion, { interviewId, id, text: 'What else?' });
	await season.as(addQuestion, { interviewId, id, text: 'What else?' });
	expect(await questions()).toHaveLength(6);
	await expect(season.as(addQuestion, { interviewId, id, text: 'Who?' })).rejects.toMatchObject({
		code: 'question.other-body'
	});
});

test('the three that are asked of everyone stay, whatever one does', async () => {
	const source = (await season.brief(interviewId)).sources[0]!;
	for (const code of ['enjoy', 'worst', 'began']) {
		const { id } = await about(code);
		const refused = { code: 'questions.asked-of-everyone' };
		await expect(season.as(removeQuestion, { interviewId, id })).rejects.toMatchObject(refused);
		await expect(
			season.as(markKnown, { interviewId, id, sourceId: source.id })
		).rejects.toMatchObject(refused);
		await expect(
			season.as(changeQuestion, { interviewId, id, text: 'Other words' })
		).rejects.toMatchObject({ code: 'questions.same-for-all' });
		expect(await season.as(moveQuestion, { interviewId, id, place: 99 })).toMatchObject({
			fits: true
		});
	}
	const days = await about('days');
	await season.as(removeQuestion, { interviewId, id: days.id });
	expect(await said('removed')).toEqual([days.text]);
});

test('what a source answers gives up its place, until the source goes', async () => {
	const { id } = await about('days');
	const own = await season.as(addQuestion, { interviewId, text: 'Which issue nearly failed?' });
	const source = await season.as(addSource, {
		interviewId,
		kind: 'organization',
		link: 'mare-alta.example',
		title: 'Masthead'
	});
	const known = await season.as(markKnown, { interviewId, id, sourceId: source.id });
	expect(known).toMatchObject({ fits: false, knownFrom: 'Masthead' });
	await season.as(markKnown, { interviewId, id, sourceId: source.id });
	expect(await about('days')).toMatchObject({ state: 'known', knownFrom: 'Masthead' });
	expect((await questions()).find((each) => each.id === own.id)?.state).toBe('fitting');
	const again = await season.as(unmarkKnown, { interviewId, id });
	expect(again).toMatchObject({ fits: true, sourceId: source.id });
	expect(await season.as(unmarkKnown, { interviewId, id })).toMatchObject({ sourceId: null });
	await season.as(markKnown, { interviewId, id, sourceId: source.id });
	await season.as(removeSource, { id: source.id });
	expect((await about('days')).state).toBe('fitting');
	const elsewhere = (await season.brief(await season.planned())).sources[0]!;
	await expect(
		season.as(markKnown, { interviewId, id, sourceId: elsewhere.id })
	).rejects.toMatchObject({ code: 'source.missing' });
	await season.as(removeQuestion, { interviewId, id });
	const first = (await season.brief(interviewId)).sources[0]!;
	await expect(season.as(markKnown, { interviewId, id, sourceId: first.id })).rejects.toMatchObject(
		{
			code: 'questions.not-in-sight'
		}
	);
});

test('new words for the theme reach every talk ahead, and no talk held', async () => {
	const [written, held, heldWritten] = [
		await season.planned(),
		await season.planned(),
		await season.planned()
	];
	await season.as(addQuestion, { interviewId: written, text: 'Mine' });
	await season.as(addQuestion, { interviewId: heldWritten, text: 'Mine' });
	for (const id of [held, heldWritten]) {
		await season.change(id, { held_at: '2026-11-20T08:00:00.000Z' });
	}
	const { themeId } = season;
	const old = (await about('days')).text;
	const text = 'What did the last closing week look like, day by day?';
	const reworded = await season.as(rewordCore, { themeId, code: 'days', text, was: old });
	expect(reworded.was).toBe(old);
	for (const [id, words] of [
		[interviewId, text],
		[written, text],
		[held, old],
		[heldWritten, old]
	] as const) {
		expect((await about('days', id)).text).toBe(words);
	}
	await expect(
		season.as(rewordCore, { themeId, code: 'days', text: 'Third words?', was: old })
	).rejects.toMatchObject({ code: 'preparation.changed-since' });
	await season.as(rewordCore, { themeId, code: 'days', text });
	await season.as(rewordCore, { themeId, code: 'days', text: old, was: text });
	expect((await about('days')).text).toBe(old);
	const rows = await season.open
		.selectFrom('core_questions')
		.select('id')
		.where('workspace_id', '=', season.caller.workspaceId)
		.execute();
	expect(rows).toEqual([]);
	await expect(
		season.as(rewordCore, { themeId: newId(), code: 'days', text })
	).rejects.toMatchObject({
		code: 'theme.missing'
	});
});

test('written questions follow their interview to another theme and to a school', async () => {
	const themeId = season.parkedThemeId;
	await season.open
		.transaction()
		.execute((tx) =>
			tx
				.updateTable('themes')
				.set({ seat: 2, parked_at: null })
				.where('workspace_id', '=', season.caller.workspaceId)
				.where('id', '=', themeId)
				.execute()
		);
	const text = 'What did last week look like, day by day?';
	await season.as(rewordCore, { themeId, code: 'days', text });
	const own = 'Which issue nearly failed?';
	await season.as(addQuestion, { interviewId, text: own });
	await season.as(changeInterview, { id: interviewId, themeId });
	expect((await about('days')).text).toBe(text);
	const way = { channel: 'school', organizationName: 'Harbour School' } as const;
	await season.as(changeInterview, { id: interviewId, ...way });
	const followed = (await questions()).map(({ code }) => code);
	expect(followed.slice(0, 2)).toEqual(['gave', 'serves']);
	expect(followed).toContain('left-out');
	expect(await said('waiting')).toContain(own);
	const held = await season.planned();
	await season.as(addQuestion, { interviewId: held, text: own });
	const old = (await about('days', held)).text;
	await season.change(held, { held_at: '2026-11-23T07:00:00.000Z' });
	await season.as(changeInterview, { id: held, themeId });
	expect((await about('days', held)).text).toBe(old);
});

test('a closed interview keeps its questions as they are', async () => {
	const { id } = await about('days');
	await season.as(closeInterview, { id: interviewId, reason: 'other' });
	const closed = { code: 'interviews.closed' };
	await expect(season.as(addQuestion, { interviewId, text: 'x?' })).rejects.toMatchObject(closed);
	await expect(season.as(removeQuestion, { interviewId, id })).rejects.toMatchObject(closed);
	await expect(season.as(restoreQuestion, { interviewId, id: newId() })).rejects.toMatchObject(
		closed
	);
});

test('the talk gets what fits first, then what waits, and who it is with', async () => {
	await season.as(addQuestion, { interviewId, text: 'Which issue nearly failed?' });
	const { workspaceId, actor } = season.caller;
	const scope = scopeFor(actor, 'read', workspaceId, season.app.database.read);
	const talk = await briefForTalk(scope, interviewId);
	expect(talk).toMatchObject({
		goals: ['What an ordinary closing week looks like'],
		script: '',
		closing: { name: 'Person', minutes: 15 }
	});
	expect(talk?.questions.map(({ fits }) => fits)).toEqual([true, true, true, true, true, false]);
	expect(talk?.questions.at(-1)).toMatchObject({
		text: 'Which issue nearly failed?',
		about: 'Your own question'
	});
	expect(await briefForTalk(scope, newId())).toBeUndefined();
});
