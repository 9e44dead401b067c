import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApp, type TestApp } from '#tests/support/app.ts';
import { newId } from '#server/tokens.ts';
import { addPerson, findPeople, listPeople } from './operations.server.ts';
import { fold } from '#method/folding.ts';

let testApp: TestApp;
const people = [
	{
		name: 'Mara Lindholm',
		givenName: 'Mara',
		familyName: 'Lindholm',
		company: 'Birch Press',
		position: 'Magazine Editor'
	},
	{ name: 'Łukasz Wójcik', givenName: 'Łukasz', familyName: 'Wójcik', place: 'Kraków' },
	{ name: '伟明 欧阳', givenName: '伟明', familyName: '欧阳', company: '北京大学' },
	{ name: '伟 陈', givenName: '伟', familyName: '陈' },
	{ name: 'さくら 山本', givenName: 'さくら', familyName: '山本' },
	{ name: '민준 김', givenName: '민준', familyName: '김' },
	{ name: 'ليلى الهاشمي', givenName: 'ليلى', familyName: 'الهاشمي' },
	{ name: 'Алёна Лебедева', givenName: 'Алёна', familyName: 'Лебедева' },
	{ name: 'अनन्या शर्मा', givenName: 'अनन्या', familyName: 'शर्मा' },
	{ name: 'Jürgen Li', givenName: 'Jürgen', familyName: 'Li', position: 'UX Writer' },
	{ name: '🦋' },
	{ name: 'Ana Kowal', givenName: 'Ana', familyName: 'Kowal', position: 'Copy Editor' },
	{ name: '𠮷田 次郎', givenName: '次郎', familyName: '𠮷田' }
];

beforeAll(async () => {
	testApp = await openTestApp();
	for (const person of people) await testApp.as(addPerson, person);
});
afterAll(() => testApp.close());

async function found(words: string): Promise<string[]> {
	return (await testApp.as(findPeople, { words })).people.map(({ name }) => name);
}

test.each([
	['m', 'Mara Lindholm'],
	['li', 'Mara Lindholm'],
	['LUK', 'Łukasz Wójcik'],
	['wojcik', 'Łukasz Wójcik'],
	['krak', 'Łukasz Wójcik'],
	['伟', '伟明 欧阳'],
	['欧阳', '伟明 欧阳'],
	['欧阳伟明', '伟明 欧阳'],
	['陈伟', '伟 陈'],
	['大学', ''],
	['北京大', '伟明 欧阳'],
	['山本さくら', 'さくら 山本'],
	['김민준', '민준 김'],
	['ليلى', 'ليلى الهاشمي'],
	['الهاش', 'ليلى الهاشمي'],
	['алена', 'Алёна Лебедева'],
	['शर्मा', 'अनन्या शर्मा'],
	['jurgen', 'Jürgen Li'],
	['ux', 'Jürgen Li'],
	['🦋', '🦋'],
	['𠮷田', '𠮷田 次郎'],
	['ana kow', 'Ana Kowal'],
	['kowal ana', 'Ana Kowal'],
	['editor birch', 'Mara Lindholm'],
	['editor mar', 'Mara Lindholm'],
	['%', ''],
	['zzz', ''],
	['   ', '']
])('%s finds %s', async (words, name) => {
	const names = await found(words);
	if (name) expect(names).toContain(name);
	else expect(names).toEqual([]);
});

test('names that begin like it come first, then families, then everybody with the word', async () => {
	await testApp.as(addPerson, { name: 'Press Officer' });
	expect(await found('press')).toEqual(['Press Officer', 'Mara Lindholm']);
	expect(await found('li')).toEqual(['Mara Lindholm', 'Jürgen Li'].sort());
});

test('every word must match, and nobody comes twice', async () => {
	expect(await found('editor')).toHaveLength(2);
	expect(await found('editor copy')).toEqual(['Ana Kowal']);
	expect(await found('editor zzz')).toEqual([]);
});

test('people near a theme carry one of its titles; without titles the words of its name', async () => {
	const theme = { workspace_id: testApp.caller.workspaceId, opened_at: 'x', changed_at: 'x' };
	const [titled, bare, empty] = [newId(), newId(), newId()];
	await testApp.open.transaction().execute((tx) =>
		tx
			.insertInto('themes')
			.values([
				{ ...theme, id: titled, title: 'Words', titles: 'magazine editor, UX', seat: 1 },
				{ ...theme, id: bare, title: 'Copy work', titles: '', seat: 2 },
				{ ...theme, id: empty, title: 'To be', titles: '', seat: 3 }
			])
			.execute()
	);
	const near = await testApp.as(listPeople, { themeId: titled });
	expect(near.people.map(({ name }) => name).sort()).toEqual(['Jürgen Li', 'Mara Lindholm']);
	expect(near.counts.near).toBe(2);
	expect(near.theme).toEqual({ id: titled, title: 'Words', seat: 1 });
	expect(near.themes).toHaveLength(3);
	const both = await testApp.as(listPeople, { themeId: titled, words: 'j' });
	expect(both.people.map(({ name }) => name)).toEqual(['Jürgen Li']);
	expect((await testApp.as(listPeople, { themeId: bare })).people[0]?.name).toBe('Ana Kowal');
	expect((await testApp.as(listPeople, { themeId: empty })).people).toEqual([]);
	await expect(testApp.as(listPeople, { themeId: newId() })).rejects.toMatchObject({
		code: 'theme.missing'
	});
});

test('an invalid cursor is refused', async () => {
	for (const cursor of ['x', 'W10', '!!']) {
		await expect(testApp.as(listPeople, { cursor })).rejects.toMatchObject({
			code: 'people.cursor'
		});
	}
});

async function everyPage(words: string | undefined, limit: number): Promise<string[]> {
	const ids: string[] = [];
	let cursor: string | null = null;
	do {
		const page: Awaited<ReturnType<typeof listPeople.run>> = await testApp.as(listPeople, {
			limit,
			...(words ? { words } : {}),
			...(cursor ? { cursor } : {})
		});
		ids.push(...page.people.map(({ id }) => id));
		cursor = page.nextCursor;
	} while (cursor);
	return ids;
}

test('pages put together are the whole list, in order, each person once', async () => {
	for (let index = 0; index < 40; index += 1) {
		await testApp.as(addPerson, { name: `Twin ${String(index % 3)}`, company: 'Linden Press' });
	}
	const rows = await testApp.open
		.selectFrom('people')
		.select(['id', 'name_key'])
		.where('workspace_id', '=', testApp.caller.workspaceId)
		.orderBy('name_key')
		.orderBy('id')
		.execute();
	const byName = rows.map(({ id }) => id);
	await fc.assert(
		fc.asyncProperty(
			fc.integer({ min: 1, max: 60 }),
			fc.constantFrom(undefined, 'l', 'li', 'twin', 'press', 'press lin', 'editor'),
			async (limit, words) => {
				const ids = await everyPage(words, limit);
				expect(new Set(ids).size).toBe(ids.length);
				if (!words) expect(ids).toEqual(byName);
				else expect(ids).toEqual(await everyPage(words, 100));
			}
		),
		{ numRuns: 40 }
	);
	const { people: all } = await testApp.as(listPeople, { words: 'press', limit: 100 });
	expect(all.every(({ name, company }) => fold(`${name} ${company}`).includes('press'))).toBe(true);
	expect(all).toHaveLength(42);
});
