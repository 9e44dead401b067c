import { expect, test } from 'vitest';
import { newId } from '#server/tokens.ts';
import { appWithExplorers } from '#tests/support/explorers.ts';
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
	getClarity,
	unmarkDealBreaker,
	withdrawNoDealBreaker
} from '../operations.server.ts';

const { testApp, as } = await appWithExplorers();

const see = () => as(getClarity, {});
const note = async (text: string): Promise<string> =>
	(await as(addSelfNote, { kind: 'strength', text })).id;
const criterion = async (text: string): Promise<string> => (await as(addCriterion, { text })).id;
const strengths = async () => (await see()).strengths.map(({ text }) => text).join(' ');
const criteria = async () => (await see()).criteria.map(({ text }) => text).join(' ');

test('notes are in the order they were added until they are ranked', async () => {
	await note('a');
	const second = await note('b');
	await note('c');
	await as(addSelfNote, { kind: 'value', text: 'v' });
	expect(await as(rankSelfNote, { id: second, position: 1 })).toEqual({
		position: 1,
		was: 2
	});
	expect(await strengths()).toBe('b a c');
	await as(rankSelfNote, { id: second, position: 50 });
	expect(await strengths()).toBe('a c b');
	expect((await see()).values.map(({ text }) => text)).toEqual(['v']);
	await expect(as(rankSelfNote, { id: second, position: 0 })).rejects.toMatchObject({
		fields: [{ field: 'position' }]
	});
});

test('a removed note comes back to its place', async () => {
	await note('a');
	const id = await note('b');
	await note('c');
	const back = await as(removeSelfNote, { id });
	expect(await strengths()).toBe('a c');
	await as(addSelfNote, { id, ...back });
	expect(await strengths()).toBe('a b c');
});

test('a note says which words it replaces', async () => {
	const id = await note('a');
	expect(await as(changeSelfNote, { id, text: 'b' })).toEqual({ was: 'a' });
	await expect(as(changeSelfNote, { id, text: 'c', was: 'a' })).rejects.toMatchObject({
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
		await as(addSelfNote, { id, kind: 'strength', text });
		await as(addCriterion, { id, text });
		await as(addOption, { id, text });
	}
	await expect(as(addSelfNote, { id, kind: 'strength', text: 'b' })).rejects.toMatchObject({
		code: 'note.other-body'
	});
	await expect(as(addCriterion, { id, text: 'b' })).rejects.toMatchObject({
		code: 'criterion.other-body'
	});
	await expect(as(addCriterion, { id, text: 'a', mark: 'deal-breaker' })).rejects.toMatchObject({
		code: 'criterion.other-body'
	});
	await expect(as(addOption, { id, text: 'b' })).rejects.toMatchObject({
		code: 'option.other-body'
	});
	expect(await see()).toMatchObject({ strengths: [{ id }], criteria: [{ id }], options: [{ id }] });
});

test('criteria are ranked, changed, removed and brought back with their mark', async () => {
	await criterion('a');
	const id = await criterion('b');
	await criterion('c');
	await as(markDealBreaker, { id });
	expect(await as(moveCriterion, { id, position: 1 })).toEqual({ position: 1, was: 2 });
	expect(await as(changeCriterion, { id, text: 'd' })).toEqual({ was: 'b' });
	await expect(as(changeCriterion, { id, text: 'e', was: 'b' })).rejects.toMatchObject({
		code: 'criteria.changed-elsewhere'
	});
	const back = await as(removeCriterion, { id });
	expect(back).toMatchObject({ text: 'd', position: 1, mark: 'deal-breaker' });
	expect(await criteria()).toBe('a c');
	await as(addCriterion, { id, ...back });
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
	const { saidAt } = await as(sayNoDealBreaker, {});
	expect(await as(sayNoDealBreaker, {})).toEqual({ saidAt, was: saidAt });
	expect((await see()).noDealBreakerSince).toBe(saidAt);
	await as(withdrawNoDealBreaker, {});
	await expect(as(withdrawNoDealBreaker, {})).rejects.toMatchObject({
		code: 'statement.missing'
	});
	await as(sayNoDealBreaker, {});
	const marked = await as(markDealBreaker, { id });
	const { dealBreakerAt } = marked;
	expect(marked).toMatchObject({ was: null, noneSaidAt: testApp.clock.now() });
	expect(await as(markDealBreaker, { id })).toEqual({
		dealBreakerAt,
		was: dealBreakerAt,
		noneSaidAt: null
	});
	expect((await see()).noDealBreakerSince).toBeNull();
	await expect(as(sayNoDealBreaker, {})).rejects.toMatchObject({
		code: 'criteria.deal-breaker-marked'
	});
	await as(unmarkDealBreaker, { id });
	expect((await see()).criteria[0]?.dealBreakerAt).toBeNull();
});

test('other options are added, removed and restored', async () => {
	const { id } = await as(addOption, { text: 'A bakery' });
	const back = await as(removeOption, { id });
	expect((await see()).options).toEqual([]);
	await as(addOption, { id, ...back });
	expect((await see()).options).toEqual([{ id, text: 'A bakery' }]);
});

test('forty options are the most', async () => {
	for (let count = 0; count < 40; count += 1) {
		await as(addOption, { text: `Option ${count}` });
	}
	await expect(as(addOption, { text: 'One more' })).rejects.toMatchObject({
		code: 'options.list-full',
		fields: [{ field: 'text' }]
	});
});

test('an undo of a move refuses when the entry was moved since', async () => {
	const [a] = [await note('a'), await note('b'), await note('c')];
	const [x] = [await criterion('x'), await criterion('y'), await criterion('z')];
	const undo = { position: 1, was: 2 };
	for (const position of [2, 3]) {
		await as(rankSelfNote, { id: a, position });
		await as(moveCriterion, { id: x, position });
	}
	await expect(as(rankSelfNote, { id: a, ...undo })).rejects.toMatchObject({
		kind: 'conflict',
		code: 'selfNotes.moved-since'
	});
	await expect(as(moveCriterion, { id: x, ...undo })).rejects.toMatchObject({
		kind: 'conflict',
		code: 'criteria.moved-since'
	});
	expect([await strengths(), await criteria()]).toEqual(['b c a', 'y z x']);
	await as(rankSelfNote, { id: a, position: 1, was: 3 });
	expect(await as(moveCriterion, { id: x, position: 99, was: 3 })).toEqual({
		position: 3,
		was: 3
	});
	expect(await strengths()).toBe('a b c');
});

test('an undo of adding never takes other words away', async () => {
	const was = 'a';
	const [one, two] = [await note(was), await criterion(was)];
	await as(changeSelfNote, { id: one, text: 'better' });
	await as(changeCriterion, { id: two, text: 'better' });
	const { id: three } = await as(addOption, { text: 'better' });
	const conflict = (code: string) => ({ kind: 'conflict', code });
	await expect(as(removeSelfNote, { id: one, was })).rejects.toMatchObject(
		conflict('selfNotes.changed-elsewhere')
	);
	await expect(as(removeCriterion, { id: two, was })).rejects.toMatchObject(
		conflict('criteria.changed-elsewhere')
	);
	await expect(as(removeOption, { id: three, was })).rejects.toMatchObject(
		conflict('options.changed-elsewhere')
	);
	await as(removeSelfNote, { id: one, was: 'better' });
	await as(removeCriterion, { id: two, was: 'better' });
	await as(removeOption, { id: three, was: 'better' });
	expect(await see()).toMatchObject({ strengths: [], criteria: [], options: [] });
});
