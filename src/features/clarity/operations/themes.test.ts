import { afterAll, beforeEach, expect, test } from 'vitest';
import { addHours, addMinutes } from '#kernel/clock.ts';
import type { Caller } from '#server/perform.ts';
import { newId } from '#server/secrets.ts';
import { openTestApp } from '#tests/support/app.ts';
import {
	describeTheme,
	letGoTheme,
	moveTheme,
	openTheme,
	parkTheme,
	renameTheme,
	seeClarity,
	takeBackTheme,
	unparkTheme
} from '../operations.server.ts';

const house = await openTestApp();
afterAll(() => house.close());
let me: Caller;
beforeEach(async () => {
	me = await house.another(`Explorer ${newId()}`);
});

const open = async (title: string, instead?: string): Promise<string> =>
	(await house.as(openTheme, { title, ...(instead ? { instead } : {}) }, me)).id;
const titles = async (): Promise<string[]> =>
	(await house.as(seeClarity, {}, me)).themes.map(({ title, seat }) => `${seat} ${title}`);
const topIsSteady = async (): Promise<boolean> =>
	(await house.as(seeClarity, {}, me)).readiness.reasons.some(
		({ code, kind }) => code === 'top-theme' && kind === 'done'
	);
const later = (hours: number): void => {
	house.clock.set(addHours(house.clock.now(), hours));
};

test('three themes take three seats; a fourth is refused with the open door', async () => {
	const ids = [await open('A'), await open('B'), await open('C')];
	expect(await titles()).toEqual(['1 A', '2 B', '3 C']);
	await expect(house.as(openTheme, { title: 'D' }, me)).rejects.toMatchObject({
		code: 'themes.three-open',
		kind: 'conflict',
		fields: [
			{ field: 'title', sentence: expect.stringContaining('one theme has to rest') as string }
		]
	});
	expect(await titles()).toHaveLength(3);
	await open('D', ids[1]);
	expect(await titles()).toEqual(['1 A', '2 D', '3 C']);
	expect((await house.as(seeClarity, {}, me)).parked).toMatchObject([{ title: 'B' }]);
});

test('the undo of taking a seat gives it back to the one that had it', async () => {
	const first = await open('A');
	const second = await open('B', first);
	await house.as(unparkTheme, { id: first, instead: second }, me);
	expect(await titles()).toEqual(['1 A']);
});

test('the same id with the same title is one theme, with another title a conflict', async () => {
	const id = newId();
	const twice = [
		await house.as(openTheme, { id, title: 'A' }, me),
		await house.as(openTheme, { id, title: 'A' }, me)
	];
	const same = { id, seat: 1, changedAt: house.clock.now() };
	expect(twice).toEqual([same, same]);
	await expect(house.as(openTheme, { id, title: 'B' }, me)).rejects.toMatchObject({
		code: 'theme.other-body'
	});
});

test('a theme without a name is refused at its field', async () => {
	await expect(house.as(openTheme, { title: '  ' }, me)).rejects.toMatchObject({
		fields: [{ field: 'title' }]
	});
});

test('the seats close ranks when a theme rests, and its undo gives the very seat back', async () => {
	const first = await open('A');
	await open('B');
	await open('C');
	later(48);
	const { seat } = await house.as(parkTheme, { id: first, lookAgainOn: '2027-03-01' }, me);
	expect(seat).toBe(1);
	expect(await titles()).toEqual(['1 B', '2 C']);
	expect((await house.as(seeClarity, {}, me)).parked).toMatchObject([
		{ title: 'A', lookAgainOn: '2027-03-01' }
	]);
	expect(await topIsSteady()).toBe(false);
	await house.as(unparkTheme, { id: first, seat: 1 }, me);
	expect(await titles()).toEqual(['1 A', '2 B', '3 C']);
	expect(await topIsSteady()).toBe(true);
});

test('a theme that rests can be given another date to look again', async () => {
	const id = await open('A');
	await house.as(parkTheme, { id, lookAgainOn: '2027-03-01' }, me);
	const before = await house.as(parkTheme, { id, lookAgainOn: null }, me);
	expect(before).toEqual({ seat: null, lookAgainOn: '2027-03-01' });
	expect((await house.as(seeClarity, {}, me)).parked).toMatchObject([{ lookAgainOn: null }]);
});

test('a parked theme needs a free seat, or one that rests instead', async () => {
	const resting = await open('A');
	await house.as(parkTheme, { id: resting }, me);
	const second = await open('B');
	await open('C');
	await open('D');
	await expect(house.as(unparkTheme, { id: resting }, me)).rejects.toMatchObject({
		code: 'themes.three-open'
	});
	await expect(house.as(unparkTheme, { id: second }, me)).rejects.toMatchObject({
		kind: 'conflict'
	});
	await house.as(unparkTheme, { id: resting, instead: second }, me);
	expect(await titles()).toEqual(['1 A', '2 C', '3 D']);
});

test('a theme with a seat is not taken out of the parking lot twice', async () => {
	const id = await open('A');
	await expect(house.as(unparkTheme, { id }, me)).rejects.toMatchObject({
		code: 'themes.already-open'
	});
});

test('the top theme is steady after a day; a new one begins anew, an undo does not', async () => {
	const first = await open('A');
	const second = await open('B');
	expect(await topIsSteady()).toBe(false);
	later(24);
	expect(await topIsSteady()).toBe(true);
	expect(await house.as(moveTheme, { id: second, seat: 1 }, me)).toEqual({ seat: 1, was: 2 });
	expect(await topIsSteady()).toBe(false);
	house.clock.set(addMinutes(house.clock.now(), 2));
	await house.as(moveTheme, { id: second, seat: 2 }, me);
	expect(await topIsSteady()).toBe(true);
	await house.as(moveTheme, { id: first, seat: 99 }, me);
	expect(await titles()).toEqual(['1 B', '2 A']);
	later(24);
	expect(await topIsSteady()).toBe(true);
	await house.as(moveTheme, { id: first, seat: 1 }, me);
	expect(await topIsSteady()).toBe(false);
});

test('a theme without a seat does not move', async () => {
	const id = await open('A');
	await house.as(parkTheme, { id }, me);
	await expect(house.as(moveTheme, { id, seat: 1 }, me)).rejects.toMatchObject({
		code: 'themes.not-open'
	});
});

test('letting go frees the seat; taking back returns it, or rests it where none is free', async () => {
	const first = await open('A');
	await open('B');
	const { seat } = await house.as(letGoTheme, { id: first }, me);
	expect(await titles()).toEqual(['1 B']);
	for (const again of [letGoTheme, parkTheme, unparkTheme] as const) {
		await expect(house.as(again as typeof letGoTheme, { id: first }, me)).rejects.toMatchObject({
			code: 'themes.ended'
		});
	}
	expect(await house.as(takeBackTheme, { id: first, seat }, me)).toEqual({ seat: 1 });
	expect(await titles()).toEqual(['1 A', '2 B']);
	await expect(house.as(takeBackTheme, { id: first }, me)).rejects.toMatchObject({
		code: 'themes.not-let-go'
	});

	await house.as(letGoTheme, { id: first }, me);
	await open('C');
	await open('D');
	expect(await house.as(takeBackTheme, { id: first }, me)).toEqual({ seat: null });
	expect((await house.as(seeClarity, {}, me)).parked).toMatchObject([{ title: 'A' }]);
	await house.as(letGoTheme, { id: first }, me);
	expect((await house.as(seeClarity, {}, me)).letGo).toMatchObject([{ title: 'A' }]);
});

test('describing keeps what is left out, and does not replace what it has not seen', async () => {
	const id = await open('A');
	await house.as(describeTheme, { id, setting: 'An office\r\nwith a door', pull: 'It does.' }, me);
	await house.as(describeTheme, { id, pull: '', was: { pull: 'It does.' } }, me);
	const [theme] = (await house.as(seeClarity, {}, me)).themes;
	expect(theme).toMatchObject({ setting: 'An office\nwith a door', pull: '', activity: '' });
	await expect(
		house.as(describeTheme, { id, setting: 'A ship', was: { setting: '' } }, me)
	).rejects.toMatchObject({ code: 'themes.changed-elsewhere', fields: [{ field: 'setting' }] });
	await expect(house.as(describeTheme, { id, setting: 'x'.repeat(601) }, me)).rejects.toMatchObject(
		{ fields: [{ field: 'setting' }] }
	);
});

test('renaming says what the name was, and its undo refuses after another change', async () => {
	const id = await open('A');
	expect(await house.as(renameTheme, { id, title: 'B' }, me)).toEqual({ was: 'A' });
	await house.as(renameTheme, { id, title: 'C' }, me);
	await expect(house.as(renameTheme, { id, title: 'A', was: 'B' }, me)).rejects.toMatchObject({
		code: 'themes.changed-elsewhere'
	});
	await house.as(renameTheme, { id, title: 'B', was: 'C' }, me);
	expect(await titles()).toEqual(['1 B']);
	await house.as(letGoTheme, { id }, me);
	await expect(house.as(renameTheme, { id, title: 'D' }, me)).rejects.toMatchObject({
		code: 'themes.ended'
	});
});

test('an undo of moving a theme leaves alone what was moved on since', async () => {
	const first = await open('A');
	await open('B');
	await open('C');
	await house.as(moveTheme, { id: first, seat: 2 }, me);
	await house.as(moveTheme, { id: first, seat: 3 }, me);
	await expect(house.as(moveTheme, { id: first, seat: 1, was: 2 }, me)).rejects.toMatchObject({
		kind: 'conflict',
		code: 'themes.moved-since'
	});
	expect(await titles()).toEqual(['1 B', '2 C', '3 A']);
	await house.as(moveTheme, { id: first, seat: 1, was: 3 }, me);
	expect(await titles()).toEqual(['1 A', '2 B', '3 C']);
});

test('an undo never overwrites a newer date to look again', async () => {
	const id = await open('A');
	await house.as(parkTheme, { id, lookAgainOn: '2027-03-01' }, me);
	const was = { lookAgainOn: '2027-03-01' };
	await house.as(parkTheme, { id, lookAgainOn: '2027-05-01' }, me);
	const since = { kind: 'conflict', code: 'themes.rests-since' };
	await expect(house.as(parkTheme, { id, lookAgainOn: null, was }, me)).rejects.toMatchObject(
		since
	);
	await expect(house.as(unparkTheme, { id, seat: 1, was }, me)).rejects.toMatchObject(since);
	const none = { lookAgainOn: null };
	await expect(house.as(unparkTheme, { id, was: none }, me)).rejects.toMatchObject(since);
	const newer = { lookAgainOn: '2027-05-01' };
	await house.as(parkTheme, { id, lookAgainOn: null, was: newer }, me);
	await house.as(unparkTheme, { id, was: none }, me);
	expect(await titles()).toEqual(['1 A']);
});

test('an undo of taking a seat does not part a theme that rests with a newer date', async () => {
	const id = await open('A');
	await house.as(parkTheme, { id, lookAgainOn: '2027-05-01' }, me);
	const undo = { id, lookAgainOn: '2027-03-01', was: { seat: 1 } };
	await expect(house.as(parkTheme, undo, me)).rejects.toMatchObject({
		code: 'themes.moved-since'
	});
	expect((await house.as(seeClarity, {}, me)).parked).toMatchObject([
		{ lookAgainOn: '2027-05-01' }
	]);
	await house.as(unparkTheme, { id }, me);
	await house.as(parkTheme, undo, me);
	expect((await house.as(seeClarity, {}, me)).parked).toMatchObject([
		{ lookAgainOn: '2027-03-01' }
	]);
});
