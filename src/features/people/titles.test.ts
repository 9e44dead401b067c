import { afterAll, beforeAll, expect, test } from 'vitest';
import {
	addTitle,
	describeTheme,
	openTheme,
	getClarity
} from '#features/clarity/operations.server.ts';
import { openTestApp, type TestApp } from '#tests/support/app.ts';
import {
	beginLexicon,
	commitLexicon,
	listLexicons,
	removeLexicon,
	stageTitles
} from './writes/lexicons.server.ts';
import { suggestTitles } from './operations.server.ts';

/** Titles near a theme, from the built-in lexicon and from one that the host adds. */
let testApp: TestApp;
let id: string;
beforeAll(async () => {
	testApp = await openTestApp();
	({ id } = await testApp.as(openTheme, { title: 'Lighthouse keeping' }));
});
afterAll(() => testApp.close());

const named = (name: string) => ({
	name,
	source: 'Invented',
	licence: 'CC0',
	addedAt: testApp.clock.now()
});

async function load(name: string, titles: { title: string; family: string }[]) {
	const { database } = testApp.app;
	const lexiconId = await beginLexicon(database, named(name));
	await stageTitles(database, lexiconId, titles);
	return { lexiconId, commit: () => commitLexicon(database, lexiconId, testApp.clock.now()) };
}

const suggested = async () =>
	(await testApp.as(suggestTitles, { id })).titles.map(({ title }) => title);

test('a lexicon is used once committed, with families and source', async () => {
	const before = await suggested();
	const { commit } = await load('Harbours', [
		{ title: 'Lighthouse keeper', family: 'Harbours' },
		{ title: 'Keeper of lighthouses', family: 'Harbours' },
		{ title: 'Foghorn tuner', family: 'Harbours' },
		{ title: 'Buoy painter', family: 'Elsewhere' },
		{ title: 'Lighthouse keeper', family: 'Harbours' },
		{ title: '***', family: 'Harbours' }
	]);
	expect(await suggested()).toEqual(before);
	expect(await commit()).toEqual({ titles: 4, replaced: 'no' });
	const after = await testApp.as(suggestTitles, { id });
	const titles = after.titles.map(({ title }) => title);
	expect(titles.slice(0, 2)).toEqual(['Lighthouse keeper', 'Keeper of lighthouses']);
	expect(titles).toContain('Foghorn tuner');
	expect(titles).not.toContain('Buoy painter');
	expect(after.sources).toEqual([{ name: 'Harbours', source: 'Invented', licence: 'CC0' }]);
});

test('loading a lexicon again replaces the former one', async () => {
	const { commit } = await load('Harbours', [{ title: 'Lighthouse warden', family: 'Harbours' }]);
	expect(await suggested()).toContain('Foghorn tuner');
	expect(await commit()).toEqual({ titles: 1, replaced: 'yes' });
	expect(await suggested()).toContain('Lighthouse warden');
	expect(await suggested()).not.toContain('Foghorn tuner');
	const rows = await testApp.app.database.read.selectFrom('lexicon_words').selectAll().execute();
	expect(new Set(rows.map(({ title_key: key }) => key))).toEqual(new Set(['lighthouse warden']));
});

test('an interrupted load is not used and is deleted by the next', async () => {
	const { commit, lexiconId } = await load('Broken', [
		{ title: 'Lighthouse ghost', family: 'Harbours' }
	]);
	const next = await load('Next', [{ title: 'Lighthouse cook', family: 'Harbours' }]);
	await expect(commit()).rejects.toMatchObject({ code: 'lexicon.broken-off' });
	await expect(
		stageTitles(testApp.app.database, lexiconId, [{ title: 'Late', family: 'Harbours' }])
	).rejects.toMatchObject({ code: 'lexicon.broken-off' });
	await next.commit();
	expect((await listLexicons(testApp.app.database)).map(({ name }) => name)).toEqual([
		'Harbours',
		'Next'
	]);
	expect(await suggested()).not.toContain('Lighthouse ghost');
});

test('a removed lexicon is not used; removing an unknown one is refused', async () => {
	await removeLexicon(testApp.app.database, 'Next');
	expect(await suggested()).not.toContain('Lighthouse cook');
	await expect(removeLexicon(testApp.app.database, 'Next')).rejects.toMatchObject({
		code: 'lexicon.missing'
	});
});

test('a title that is added stands on the theme and is suggested no more', async () => {
	const added = await testApp.as(addTitle, { id, title: 'Lighthouse warden' });
	expect(added).toEqual({ titles: 'Lighthouse warden', was: '' });
	expect(await suggested()).not.toContain('Lighthouse warden');
	const again = await testApp.as(addTitle, { id, title: 'lighthouse Warden' });
	expect(again).toEqual({ titles: 'Lighthouse warden', was: 'Lighthouse warden' });
	// The undo, as the page submits it.
	await testApp.as(describeTheme, { id, titles: added.was, was: { titles: added.titles } });
	expect((await testApp.as(getClarity, {})).themes[0]?.titles).toBe('');
});

test('the number of titles is limited', async () => {
	await testApp.as(describeTheme, { id, titles: 'x'.repeat(595) });
	await expect(testApp.as(addTitle, { id, title: 'Keeper' })).rejects.toMatchObject({
		code: 'themes.titles-full'
	});
});
