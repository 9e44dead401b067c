import { expect, test } from 'vitest';
import { addHours, addMinutes } from '#kernel/clock.ts';
import { newId } from '#server/tokens.ts';
import { appWithExplorers } from '#tests/support/explorers.ts';
import {
	describeTheme,
	letGoTheme,
	moveTheme,
	openTheme,
	parkTheme,
	renameTheme,
	getClarity,
	takeBackTheme,
	unparkTheme
} from '../operations.server.ts';

const { testApp, as } = await appWithExplorers();

const open = async (title: string, instead?: string): Promise<string> =>
	(await as(openTheme, { title, ...(instead ? { instead } : {}) })).id;
const titles = async (): Promise<string[]> =>
	(await as(getClarity, {})).themes.map(({ title, seat }) => `${seat} ${title}`);
const topIsSteady = async (): Promise<boolean> =>
	(await as(getClarity, {})).readiness.reasons.some(
		({ code, kind }) => code === 'top-theme' && kind === 'done'
	);
const later = (hours: number): void => {
	testApp.clock.set(addHours(testApp.clock.now(), hours));
};

test('three themes take three seats; a fourth is refused with the way out', async () => {
	const ids = [await open('A'), await open('B'), await open('C')];
	expect(await titles()).toEqual(['1 A', '2 B', '3 C']);
	await expect(as(openTheme, { title: 'D' })).rejects.toMatchObject({
		code: 'themes.three-open',
		kind: 'conflict',
		fields: [
			{
				field: 'title',
				sentence: expect.stringContaining('move another theme to the parking lot') as string
			}
		]
	});
	expect(await titles()).toHaveLength(3);
	await open('D', ids[1]);
	expect(await titles()).toEqual(['1 A', '2 D', '3 C']);
	expect((await as(getClarity, {})).parked).toMatchObject([{ title: 'B' }]);
});

test('the undo of taking a seat gives it back to the one that had it', async () => {
	const first = await open('A');
	const second = await open('B', first);
	await as(unparkTheme, { id: first, instead: second });
	expect(await titles()).toEqual(['1 A']);
});

test('the same id with the same title is one theme, with another title a conflict', async () => {
	const id = newId();
	const twice = [await as(openTheme, { id, title: 'A' }), await as(openTheme, { id, title: 'A' })];
	const same = { id, seat: 1, changedAt: testApp.clock.now() };
	expect(twice).toEqual([same, same]);
	await expect(as(openTheme, { id, title: 'B' })).rejects.toMatchObject({
		code: 'theme.other-body'
	});
});

test('a theme without a name is refused at its field', async () => {
	await expect(as(openTheme, { title: '  ' })).rejects.toMatchObject({
		fields: [{ field: 'title' }]
	});
});

test('seats have no gap after parking, and its undo restores the same seat', async () => {
	const first = await open('A');
	await open('B');
	await open('C');
	later(48);
	const { seat } = await as(parkTheme, { id: first, lookAgainOn: '2027-03-01' });
	expect(seat).toBe(1);
	expect(await titles()).toEqual(['1 B', '2 C']);
	expect((await as(getClarity, {})).parked).toMatchObject([
		{ title: 'A', lookAgainOn: '2027-03-01' }
	]);
	expect(await topIsSteady()).toBe(false);
	await as(unparkTheme, { id: first, seat: 1 });
	expect(await titles()).toEqual(['1 A', '2 B', '3 C']);
	expect(await topIsSteady()).toBe(true);
});

test('a parked theme can get another review date', async () => {
	const id = await open('A');
	await as(parkTheme, { id, lookAgainOn: '2027-03-01' });
	const before = await as(parkTheme, { id, lookAgainOn: null });
	expect(before).toEqual({ seat: null, lookAgainOn: '2027-03-01' });
	expect((await as(getClarity, {})).parked).toMatchObject([{ lookAgainOn: null }]);
});

test('a parked theme needs a free seat, or a theme to park instead', async () => {
	const resting = await open('A');
	await as(parkTheme, { id: resting });
	const second = await open('B');
	await open('C');
	await open('D');
	await expect(as(unparkTheme, { id: resting })).rejects.toMatchObject({
		code: 'themes.three-open'
	});
	await expect(as(unparkTheme, { id: second })).rejects.toMatchObject({
		kind: 'conflict'
	});
	await as(unparkTheme, { id: resting, instead: second });
	expect(await titles()).toEqual(['1 A', '2 C', '3 D']);
});

test('a theme with a seat is not taken out of the parking lot twice', async () => {
	const id = await open('A');
	await expect(as(unparkTheme, { id })).rejects.toMatchObject({
		code: 'themes.already-open'
	});
});

test('the top theme is steady after a day; a new one begins anew, an undo does not', async () => {
	const first = await open('A');
	const second = await open('B');
	expect(await topIsSteady()).toBe(false);
	later(24);
	expect(await topIsSteady()).toBe(true);
	expect(await as(moveTheme, { id: second, seat: 1 })).toEqual({ seat: 1, was: 2 });
	expect(await topIsSteady()).toBe(false);
	testApp.clock.set(addMinutes(testApp.clock.now(), 2));
	await as(moveTheme, { id: second, seat: 2 });
	expect(await topIsSteady()).toBe(true);
	await as(moveTheme, { id: first, seat: 99 });
	expect(await titles()).toEqual(['1 B', '2 A']);
	later(24);
	expect(await topIsSteady()).toBe(true);
	await as(moveTheme, { id: first, seat: 1 });
	expect(await topIsSteady()).toBe(false);
});

test('a theme without a seat does not move', async () => {
	const id = await open('A');
	await as(parkTheme, { id });
	await expect(as(moveTheme, { id, seat: 1 })).rejects.toMatchObject({
		code: 'themes.not-open'
	});
});

test('letting go frees the seat; the undo restores it, or parks the theme without a free seat', async () => {
	const first = await open('A');
	await open('B');
	const { seat } = await as(letGoTheme, { id: first });
	expect(await titles()).toEqual(['1 B']);
	for (const again of [letGoTheme, parkTheme, unparkTheme] as const) {
		await expect(as(again as typeof letGoTheme, { id: first })).rejects.toMatchObject({
			code: 'themes.ended'
		});
	}
	expect(await as(takeBackTheme, { id: first, seat })).toMatchObject({ seat: 1 });
	expect(await titles()).toEqual(['1 A', '2 B']);
	await expect(as(takeBackTheme, { id: first })).rejects.toMatchObject({
		code: 'themes.not-let-go'
	});

	await as(letGoTheme, { id: first });
	await open('C');
	await open('D');
	expect(await as(takeBackTheme, { id: first })).toMatchObject({ seat: null });
	expect((await as(getClarity, {})).parked).toMatchObject([{ title: 'A' }]);
	await as(letGoTheme, { id: first });
	expect((await as(getClarity, {})).letGo).toMatchObject([{ title: 'A' }]);
});

test('describing keeps parts left out, and refuses to overwrite unexpected texts', async () => {
	const id = await open('A');
	await as(describeTheme, { id, setting: 'An office\r\nwith a door', pull: 'It does.' });
	await as(describeTheme, { id, pull: '', was: { pull: 'It does.' } });
	const [theme] = (await as(getClarity, {})).themes;
	expect(theme).toMatchObject({ setting: 'An office\nwith a door', pull: '', activity: '' });
	await expect(
		as(describeTheme, { id, setting: 'A ship', was: { setting: '' } })
	).rejects.toMatchObject({ code: 'themes.changed-elsewhere', fields: [{ field: 'setting' }] });
	await expect(as(describeTheme, { id, setting: 'x'.repeat(601) })).rejects.toMatchObject({
		fields: [{ field: 'setting' }]
	});
});

test('renaming says what the name was, and its undo refuses after another change', async () => {
	const id = await open('A');
	expect(await as(renameTheme, { id, title: 'B' })).toEqual({ was: 'A' });
	await as(renameTheme, { id, title: 'C' });
	await expect(as(renameTheme, { id, title: 'A', was: 'B' })).rejects.toMatchObject({
		code: 'themes.changed-elsewhere'
	});
	await as(renameTheme, { id, title: 'B', was: 'C' });
	expect(await titles()).toEqual(['1 B']);
	await as(letGoTheme, { id });
	await expect(as(renameTheme, { id, title: 'D' })).rejects.toMatchObject({
		code: 'themes.ended'
	});
});

test('an undo of moving a theme refuses when it was moved since', async () => {
	const first = await open('A');
	await open('B');
	await open('C');
	await as(moveTheme, { id: first, seat: 2 });
	await as(moveTheme, { id: first, seat: 3 });
	await expect(as(moveTheme, { id: first, seat: 1, was: 2 })).rejects.toMatchObject({
		kind: 'conflict',
		code: 'themes.moved-since'
	});
	expect(await titles()).toEqual(['1 B', '2 C', '3 A']);
	await as(moveTheme, { id: first, seat: 1, was: 3 });
	expect(await titles()).toEqual(['1 A', '2 B', '3 C']);
});

test('an undo never overwrites a newer date to look again', async () => {
	const id = await open('A');
	await as(parkTheme, { id, lookAgainOn: '2027-03-01' });
	const was = { lookAgainOn: '2027-03-01' };
	await as(parkTheme, { id, lookAgainOn: '2027-05-01' });
	const since = { kind: 'conflict', code: 'themes.rests-since' };
	await expect(as(parkTheme, { id, lookAgainOn: null, was })).rejects.toMatchObject(since);
	await expect(as(unparkTheme, { id, seat: 1, was })).rejects.toMatchObject(since);
	const none = { lookAgainOn: null };
	await expect(as(unparkTheme, { id, was: none })).rejects.toMatchObject(since);
	const newer = { lookAgainOn: '2027-05-01' };
	await as(parkTheme, { id, lookAgainOn: null, was: newer });
	await as(unparkTheme, { id, was: none });
	expect(await titles()).toEqual(['1 A']);
});

test('an undo of taking a seat refuses when the parked theme has a newer date', async () => {
	const id = await open('A');
	await as(parkTheme, { id, lookAgainOn: '2027-05-01' });
	const undo = { id, lookAgainOn: '2027-03-01', was: { seat: 1 } };
	await expect(as(parkTheme, undo)).rejects.toMatchObject({
		code: 'themes.moved-since'
	});
	expect((await as(getClarity, {})).parked).toMatchObject([{ lookAgainOn: '2027-05-01' }]);
	await as(unparkTheme, { id });
	await as(parkTheme, undo);
	expect((await as(getClarity, {})).parked).toMatchObject([{ lookAgainOn: '2027-03-01' }]);
});
