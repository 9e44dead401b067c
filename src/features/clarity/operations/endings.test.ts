import { afterEach, beforeEach, expect, test } from 'vitest';
import { addMinutes } from '#kernel/clock.ts';
import { openTestApp, type TestApp } from '#tests/support/app.ts';
import { newId } from '#server/secrets.ts';
import {
	chooseTheme,
	openTheme,
	parkTheme,
	getClarity,
	unchooseTheme
} from '../operations.server.ts';

let house: TestApp;
beforeEach(async () => {
	house = await openTestApp();
});
afterEach(() => house.close());

const open = (title: string) => house.as(openTheme, { title });
const titles = async (): Promise<string[]> =>
	(await house.as(getClarity, {})).themes.map((theme) => theme.title);

test('a chosen theme gives its seat to another dream, and comes back to it', async () => {
	const first = await open('Magazine editing');
	await open('Technical writing');
	const { seat } = await house.as(chooseTheme, { id: first.id });
	expect(seat).toBe(1);
	expect(await titles()).toEqual(['Technical writing']);
	expect(await house.as(unchooseTheme, { id: first.id, seat })).toMatchObject({ seat: 1 });
	expect(await titles()).toEqual(['Magazine editing', 'Technical writing']);
});

test('the only theme is first as long as it was when a choice is taken back at once', async () => {
	const { id } = await open('Magazine editing');
	const topSince = async () =>
		(
			await house.open
				.selectFrom('themes')
				.select('top_since')
				.where('workspace_id', '=', house.caller.workspaceId)
				.where('id', '=', id)
				.executeTakeFirstOrThrow()
		).top_since;
	const before = await topSince();
	house.clock.set(addMinutes(house.clock.now(), 60));
	await house.as(chooseTheme, { id });
	house.clock.set(addMinutes(house.clock.now(), 1));
	await house.as(unchooseTheme, { id });
	expect(await topSince()).toBe(before);
});

test('it rests where no seat is free when the choice is taken back', async () => {
	const first = await open('Magazine editing');
	await house.as(chooseTheme, { id: first.id });
	for (const title of ['One', 'Two', 'Three']) await open(title);
	expect(await house.as(unchooseTheme, { id: first.id })).toMatchObject({ seat: null });
});

test('what ended is not chosen again, what was not chosen is not taken back', async () => {
	const { id } = await open('Magazine editing');
	await expect(house.as(unchooseTheme, { id })).rejects.toMatchObject({
		code: 'themes.not-chosen'
	});
	await house.as(chooseTheme, { id });
	for (const again of [() => house.as(chooseTheme, { id }), () => house.as(parkTheme, { id })]) {
		await expect(again()).rejects.toMatchObject({ code: 'themes.ended' });
	}
	await expect(house.as(chooseTheme, { id: newId() })).rejects.toMatchObject({
		code: 'theme.missing'
	});
});
