import { afterAll, beforeEach, expect, test } from 'vitest';
import type { Caller } from '#server/perform.ts';
import { newId } from '#server/secrets.ts';
import { openTestApp } from '#tests/support/app.ts';
import {
	addCriterion,
	addOption,
	addSelfNote,
	changeCriterion,
	changeSelfNote,
	markDealBreaker,
	moveCriterion,
	rankSelfNote,
	removeCriterion,
	removeOption,
	removeSelfNote,
	sayNoDealBreaker,
	seeClarity,
	unmarkDealBreaker,
	withdrawNoDealBreaker
} from '../operations.server.ts';

const house = await openTestApp();
afterAll(() => house.close());
let me: Caller;
beforeEach(async () => {
	me = await house.another(`Explorer ${newId()}`);
});

const see = () => house.as(seeClarity, {}, me);
const note = async (text: string): Promise<string> =>
	(await house.as(addSelfNote, { kind: 'strength', text }, me)).id;
const criterion = async (text: string): Promise<string> =>
	(await house.as(addCriterion, { text }, me)).id;
const strengths = async () => (await see()).strengths.map(({ text }) => text).join(' ');
const criteria = async () => (await see()).criteria.map(({ text }) => text).join(' ');

test('notes stand in the order they were named until they are ranked', async () => {
	await note('a');
	const second = await note('b');
	await note('c');
	await house.as(addSelfNote, { kind: 'value', text: 'v' }, me);
	expect(await house.as(rankSelfNote, { id: second, position: 1 }, me)).toEqual({
		position: 1,
		was: 2
	});
	expect(await strengths()).toBe('b a c');
	await house.as(rankSelfNote, { id: second, position: 50 }, me);
	expect(await strengths()).toBe('a c b');
	expect((await see()).values.map(({ text }) => text)).toEqual(['v']);
	await expect(house.as(rankSelfNote, { id: second, position: 0 }, me)).rejects.toMatchObject({
		fields: [{ field: 'position' }]
	});
});

test('a removed note comes back to its place', async () => {
	await note('a');
	const id = await note('b');
	await note('c');
	const back = await house.as(removeSelfNote, { id }, me);
	expect(await strengths()).toBe('a c');
	await house.as(addSelfNote, { id, ...back }, me);
	expect(await strengths()).toBe('a b c');
});

test('a note says which words it replaces', async () => {
	const id = await note('a');
	expect(await house.as(changeSelfNote, { id, text: 'b' }, me)).toEqual({ was: 'a' });
	await expect(house.as(changeSelfNote, { id, text: 'c', was: 'a' }, me)).rejects.toMatchObject({
		code: 'selfNotes.changed-elsewhere',
		fields: [{ field: 'text' }]
	});
	expect(await strengths()).toBe('b');
});

test('twelve notes of a kind are the most', async () => {
	for (let count = 0; count < 12; count += 1) await note(`s${count}`);
	await expect(note('one more')).rejects.toMatchObject({
		code: 'selfNotes.list-full',
		fields: [{ field: 'text' }]
	});
});

test('the same id twice is one note, one criterion, one option; with other words a conflict', async () => {
	const id = newId();
	for (const text of ['a', 'a']) {
		await house.as(addSelfNote, { id, kind: 'strength', text }, me);
		await house.as(addCriterion, { id, text }, me);
		await house.as(addOption, { id, text }, me);
	}
	await expect(
		house.as(addSelfNote, { id, kind: 'strength', text: 'b' }, me)
	).rejects.toMatchObject({ code: 'note.other-body' });
	await expect(house.as(addCriterion, { id, text: 'b' }, me)).rejects.toMatchObject({
		code: 'criterion.other-body'
	});
	await expect(
		house.as(addCriterion, { id, text: 'a', mark: 'deal-breaker' }, me)
	).rejects.toMatchObject({ code: 'criterion.other-body' });
	await expect(house.as(addOption, { id, text: 'b' }, me)).rejects.toMatchObject({
		code: 'option.other-body'
	});
	expect(await see()).toMatchObject({ strengths: [{ id }], criteria: [{ id }], options: [{ id }] });
});

test('criteria are ranked, changed, removed and brought back with their mark', async () => {
	await criterion('a');
	const id = await criterion('b');
	await criterion('c');
	await house.as(markDealBreaker, { id }, me);
	expect(await house.as(moveCriterion, { id, position: 1 }, me)).toEqual({ position: 1, was: 2 });
	expect(await house.as(changeCriterion, { id, text: 'd' }, me)).toEqual({ was: 'b' });
	await expect(house.as(changeCriterion, { id, text: 'e', was: 'b' }, me)).rejects.toMatchObject({
		code: 'criteria.changed-elsewhere'
	});
	const back = await house.as(removeCriterion, { id }, me);
	expect(back).toEqual({ text: 'd', position: 1, mark: 'deal-breaker' });
	expect(await criteria()).toBe('a c');
	await house.as(addCriterion, { id, ...back }, me);
	expect(await criteria()).toBe('d a c');
	expect((await see()).criteria[0]?.dealBreakerAt).not.toBeNull();
});

test('an eighth criterion is refused at its field', async () => {
	for (let count = 0; count < 7; count += 1) await criterion(`c${count}`);
	await expect(criterion('c8')).rejects.toMatchObject({
		code: 'criteria.seven-named',
		fields: [{ field: 'text' }]
	});
});

test('none is a deal-breaker is an answer too, until one is marked', async () => {
	const id = await criterion('a');
	const { saidAt } = await house.as(sayNoDealBreaker, {}, me);
	expect(await house.as(sayNoDealBreaker, {}, me)).toEqual({ saidAt, was: saidAt });
	expect((await see()).noDealBreakerSince).toBe(saidAt);
	await house.as(withdrawNoDealBreaker, {}, me);
	await expect(house.as(withdrawNoDealBreaker, {}, me)).rejects.toMatchObject({
		code: 'statement.missing'
	});
	await house.as(sayNoDealBreaker, {}, me);
	const marked = await house.as(markDealBreaker, { id }, me);
	const { dealBreakerAt } = marked;
	expect(marked).toMatchObject({ was: null, noneSaidAt: house.clock.now() });
	expect(await house.as(markDealBreaker, { id }, me)).toEqual({
		dealBreakerAt,
		was: dealBreakerAt,
		noneSaidAt: null
	});
	expect((await see()).noDealBreakerSince).toBeNull();
	await expect(house.as(sayNoDealBreaker, {}, me)).rejects.toMatchObject({
		code: 'criteria.deal-breaker-marked'
	});
	await house.as(unmarkDealBreaker, { id }, me);
	expect((await see()).criteria[0]?.dealBreakerAt).toBeNull();
});

test('other options are named and let go, and come back', async () => {
	const { id } = await house.as(addOption, { text: 'A bakery' }, me);
	const back = await house.as(removeOption, { id }, me);
	expect((await see()).options).toEqual([]);
	await house.as(addOption, { id, ...back }, me);
	expect((await see()).options).toEqual([{ id, text: 'A bakery' }]);
});

test('forty options are the most', async () => {
	for (let count = 0; count < 40; count += 1) {
		await house.as(addOption, { text: `Option ${count}` }, me);
	}
	await expect(house.as(addOption, { text: 'One more' }, me)).rejects.toMatchObject({
		code: 'options.list-full',
		fields: [{ field: 'text' }]
	});
});

test('an undo of a move leaves alone what was moved on since', async () => {
	const [a] = [await note('a'), await note('b'), await note('c')];
	const [x] = [await criterion('x'), await criterion('y'), await criterion('z')];
	const undo = { position: 1, was: 2 };
	for (const position of [2, 3]) {
		await house.as(rankSelfNote, { id: a, position }, me);
		await house.as(moveCriterion, { id: x, position }, me);
	}
	await expect(house.as(rankSelfNote, { id: a, ...undo }, me)).rejects.toMatchObject({
		kind: 'conflict',
		code: 'selfNotes.moved-since'
	});
	await expect(house.as(moveCriterion, { id: x, ...undo }, me)).rejects.toMatchObject({
		kind: 'conflict',
		code: 'criteria.moved-since'
	});
	expect([await strengths(), await criteria()]).toEqual(['b c a', 'y z x']);
	await house.as(rankSelfNote, { id: a, position: 1, was: 3 }, me);
	expect(await house.as(moveCriterion, { id: x, position: 99, was: 3 }, me)).toEqual({
		position: 3,
		was: 3
	});
	expect(await strengths()).toBe('a b c');
});

test('an undo of adding never takes other words away', async () => {
	const was = 'a';
	const [one, two] = [await note(was), await criterion(was)];
	await house.as(changeSelfNote, { id: one, text: 'better' }, me);
	await house.as(changeCriterion, { id: two, text: 'better' }, me);
	const { id: three } = await house.as(addOption, { text: 'better' }, me);
	const conflict = (code: string) => ({ kind: 'conflict', code });
	await expect(house.as(removeSelfNote, { id: one, was }, me)).rejects.toMatchObject(
		conflict('selfNotes.changed-elsewhere')
	);
	await expect(house.as(removeCriterion, { id: two, was }, me)).rejects.toMatchObject(
		conflict('criteria.changed-elsewhere')
	);
	await expect(house.as(removeOption, { id: three, was }, me)).rejects.toMatchObject(
		conflict('options.changed-elsewhere')
	);
	await house.as(removeSelfNote, { id: one, was: 'better' }, me);
	await house.as(removeCriterion, { id: two, was: 'better' }, me);
	await house.as(removeOption, { id: three, was: 'better' }, me);
	expect(await see()).toMatchObject({ strengths: [], criteria: [], options: [] });
});
