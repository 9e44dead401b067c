import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { addMinutes } from '#kernel/clock.ts';
import { closeInterview, planInterview } from '#features/interviews/operations.server.ts';
import { operationsIn } from '#server/perform.ts';
import { holdForeignIsMissing } from '#tests/support/foreign.ts';
import { openSeason, type Season } from '#tests/support/season-parts.ts';
import { newId } from '#server/tokens.ts';
import * as preparation from './operations.server.ts';
import {
	addGoal,
	addSource,
	changeGoal,
	changeSource,
	moveGoal,
	removeGoal,
	removeSource,
	getBrief
} from './operations.server.ts';

let season: Season;
let interviewId: string;
let people = 0;
beforeAll(async () => {
	season = await openSeason();
});
afterAll(() => season.close());
beforeEach(async () => {
	people += 1;
	const personId = await season.addPerson(`Person ${people}`);
	const { id } = await season.as(planInterview, {
		personId,
		themeId: season.themeId,
		channel: 'direct'
	});
	interviewId = id;
});

const goals = async () => (await season.as(getBrief, { id: interviewId })).goals;
const sources = async () => (await season.as(getBrief, { id: interviewId })).sources;
const link = 'https://harbour-field.example/';

test('three goals, moved and taken away keep their places without a gap', async () => {
	for (const text of ['one thing', 'another', 'a third']) {
		await season.as(addGoal, { interviewId, text });
	}
	const [first, , third] = await goals();
	await season.as(moveGoal, { id: third!.id, rank: 1 });
	expect((await goals()).map((goal) => goal.text)).toEqual(['a third', 'one thing', 'another']);
	const gone = await season.as(removeGoal, { id: first!.id });
	expect((await goals()).map((goal) => goal.rank)).toEqual([1, 2]);
	await season.as(addGoal, { ...gone, rank: gone.rank });
	expect((await goals()).map((goal) => goal.text)).toEqual(['a third', 'one thing', 'another']);
	await season.as(moveGoal, { id: first!.id, rank: 3 });
	expect((await goals()).at(-1)?.id).toBe(first!.id);
});

test('a fourth goal is refused at its field', async () => {
	for (const text of ['a', 'b', 'c']) await season.as(addGoal, { interviewId, text });
	await expect(season.as(addGoal, { interviewId, text: 'd' })).rejects.toMatchObject({
		code: 'goals.three-named',
		fields: [{ field: 'text' }]
	});
});

test('a goal says one thing, not a page, and may ask for a job only with a gentle word', async () => {
	await expect(season.as(addGoal, { interviewId, text: '  ' })).rejects.toMatchObject({
		code: 'goals.empty'
	});
	await expect(season.as(addGoal, { interviewId, text: 'x'.repeat(300) })).rejects.toMatchObject({
		code: 'goals.too-long'
	});
	const flagged = await season.as(addGoal, { interviewId, text: 'get a job there' });
	expect(flagged.flag).toContain('asking for a job');
	const changed = await season.as(changeGoal, { id: flagged.id, text: ' how  they began ' });
	expect(changed).toMatchObject({ text: 'how they began', was: 'get a job there', flag: null });
	await expect(
		season.as(removeGoal, { id: flagged.id, was: 'get a job there' })
	).rejects.toMatchObject({ code: 'goals.changed-since' });
	const undo = { id: flagged.id, text: changed.was, was: changed.text };
	await season.as(changeGoal, undo);
	await expect(season.as(changeGoal, undo)).rejects.toMatchObject({ code: 'goals.changed-since' });
});

test('the same id with the same words is the same goal, with others a conflict', async () => {
	const id = newId();
	await season.as(addGoal, { interviewId, id, text: 'one thing' });
	await season.as(addGoal, { interviewId, id, text: 'one thing' });
	expect(await goals()).toHaveLength(1);
	await expect(season.as(addGoal, { interviewId, id, text: 'another' })).rejects.toMatchObject({
		code: 'goal.other-body'
	});
	await season.as(addSource, { interviewId, id, kind: 'field', link });
	await season.as(addSource, { interviewId, id, kind: 'field', link });
	expect(await sources()).toHaveLength(1);
	await expect(
		season.as(addSource, { interviewId, id, kind: 'partner', link })
	).rejects.toMatchObject({ code: 'source.other-body' });
});

test('one source carries the "why you", and only one with a note', async () => {
	await expect(
		season.as(addSource, { interviewId, kind: 'partner', link, mark: 'why-you' })
	).rejects.toMatchObject({ code: 'sources.mark-empty', fields: [{ field: 'answers' }] });
	const one = await season.as(addSource, {
		interviewId,
		kind: 'partner',
		link,
		answers: 'They cook first',
		mark: 'why-you'
	});
	season.clock.set(addMinutes(season.clock.now(), 1));
	const two = await season.as(addSource, {
		interviewId,
		kind: 'organization',
		link,
		answers: 'Eleven people',
		mark: 'why-you'
	});
	expect((await sources()).map((source) => source.whyYou)).toEqual([false, true]);
	await season.as(changeSource, { id: one.id, mark: 'why-you' });
	expect((await sources()).map((source) => source.whyYou)).toEqual([true, false]);
	const emptied = await season.as(changeSource, { id: one.id, answers: '' });
	expect(emptied.whyYou).toBe(false);
	await season.as(removeSource, { id: two.id });
	expect(await sources()).toHaveLength(1);
});

test('a source is a page on the web', async () => {
	await expect(
		season.as(addSource, { interviewId, kind: 'field', link: 'javascript:alert(1)' })
	).rejects.toMatchObject({ code: 'sources.link', fields: [{ field: 'link' }] });
	const added = await season.as(addSource, {
		interviewId,
		kind: 'field',
		link: 'mare-alta.example'
	});
	expect(added).toMatchObject({ link: 'https://mare-alta.example/', title: 'mare-alta.example' });
});

test('twenty sources are the most', async () => {
	for (let count = 0; count < 20; count += 1) {
		await season.as(addSource, { interviewId, kind: 'field', link });
	}
	await expect(season.as(addSource, { interviewId, kind: 'field', link })).rejects.toMatchObject({
		code: 'sources.twenty'
	});
});

test('the brief tells what still misses, for the request and for the talk', async () => {
	const empty = await season.as(getBrief, { id: interviewId });
	expect(empty.request.misses.map((miss) => miss.code)).toEqual(['goal', 'source']);
	expect(empty.progress).toBe('1 of 6 parts done for the conversation');
	expect(empty.steps.find((step) => step.current)?.code).toBe('prepare');
	await season.as(addGoal, { interviewId, text: 'how they began' });
	await season.as(addSource, { interviewId, kind: 'partner', link, answers: 'They cook first' });
	const half = await season.as(getBrief, { id: interviewId });
	expect(half.request.ready).toBe(true);
	expect(half.parts.filter((part) => part.done).map((part) => part.code)).toEqual([
		'goals',
		'questions'
	]);
	expect(half.steps.find((step) => step.current)?.code).toBe('ask');
});

test('a closed interview is not prepared any further', async () => {
	const { id } = await season.as(addGoal, { interviewId, text: 'how they began' });
	await season.as(closeInterview, { id: interviewId, reason: 'other' });
	const closed = { code: 'interviews.closed' };
	await expect(season.as(addGoal, { interviewId, text: 'x' })).rejects.toMatchObject(closed);
	await expect(season.as(removeGoal, { id })).rejects.toMatchObject(closed);
	await expect(season.as(addSource, { interviewId, kind: 'field', link })).rejects.toMatchObject(
		closed
	);
});

test('what belongs to somebody else answers like what does not exist', async () => {
	const goal = await season.as(addGoal, { interviewId, text: 'how they began' });
	const source = await season.as(addSource, { interviewId, kind: 'field', link });
	const stranger = await season.another('Nadia Ferreira');
	const own = { goals: goal.id, sources: source.id, brief: interviewId };
	await holdForeignIsMissing(season, stranger, operationsIn(preparation), interviewId, own);
	expect(await goals()).toHaveLength(1);
});
