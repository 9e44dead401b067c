import { afterEach, beforeEach, expect, test } from 'vitest';
import { addMinutes } from '#kernel/clock.ts';
import { openTestApp, type TestApp } from '#tests/support/app.ts';
import { newId } from '#server/tokens.ts';
import {
	chooseTheme,
	openTheme,
	parkTheme,
	getClarity,
	unchooseTheme
} from '../operations.server.ts';

let testApp: TestApp;
beforeEach(async () => {
	testApp = await openTestApp();
});
afterEach(() => testApp.close());

const open = (title: string) => testApp.as(openTheme, { title });
const titles = async (): Promise<string[]> =>
	(await testApp.as(getClarity, {})).themes.map((theme) => theme.title);

test('a chosen theme gives its seat to another dream, and comes back to it', async () => {
	const first = await open('Magazine editing');
	await open('Technical writing');
	const { seat } = await testApp.as(chooseTheme, { id: first.id });
	expect(seat).toBe(1);
	expect(await titles()).toEqual(['Technical writing']);
	expect(await testApp.as(unchooseTheme, { id: first.id, seat })).toMatchObject({ seat: 1 });
	expect(await titles()).toEqual(['Magazine editing', 'Technical writing']);
});

test('the only theme keeps its instant as first when a choice is undone at once', async () => {
	const { id } = await open('Magazine editing');
	const topSince = async () =>
		(
			await testApp.open
				.selectFrom('themes')
				.select('top_since')
				.where('workspace_id', '=', testApp.caller.workspaceId)
				.where('id', '=', id)
				.executeTakeFirstOrThrow()
		).top_since;
	const before = await topSince();
	testApp.clock.set(addMinutes(testApp.clock.now(), 60));
	await testApp.as(chooseTheme, { id });
	testApp.clock.set(addMinutes(testApp.clock.now(), 1));
	await testApp.as(unchooseTheme, { id });
	expect(await topSince()).toBe(before);
});

test('the theme is parked when a choice is undone without a free seat', async () => {
	const first = await open('Magazine editing');
	await testApp.as(chooseTheme, { id: first.id });
	for (const title of ['One', 'Two', 'Three']) await open(title);
	expect(await testApp.as(unchooseTheme, { id: first.id })).toMatchObject({ seat: null });
});

test('an ended theme cannot be chosen, and one not chosen cannot be reverted', async () => {
	const { id } = await open('Magazine editing');
	await expect(testApp.as(unchooseTheme, { id })).rejects.toMatchObject({
		code: 'themes.not-chosen'
	});
	await testApp.as(chooseTheme, { id });
	for (const again of [
		() => testApp.as(chooseTheme, { id }),
		() => testApp.as(parkTheme, { id })
	]) {
		await expect(again()).rejects.toMatchObject({ code: 'themes.ended' });
	}
	await expect(testApp.as(chooseTheme, { id: newId() })).rejects.toMatchObject({
		code: 'theme.missing'
	});
});
