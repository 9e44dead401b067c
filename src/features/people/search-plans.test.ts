import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#server/tokens.ts';
import { openTestApp, type TestApp } from '#tests/support/app.ts';
import { postgresPlan, rowsRead, sqlitePlan, statementsOf } from '#tests/support/plans.ts';
import { addPerson, listPeople } from './operations.server.ts';

/** All people have the same company; every second one belongs to an undone import. */
const people = 6000;
const limit = 10;
let testApp: TestApp;
let themeId: string;

async function addMany(): Promise<void> {
	const { raw, caller } = testApp;
	const { workspaceId } = caller;
	const at = testApp.clock.now();
	await raw.run(
		"insert into imports (workspace_id, id, file_name, source, uploaded_at, committed_at, undone_at) values (?, 'undone', 'f', 'linkedin', ?, ?, ?)",
		...[workspaceId, at, at, at]
	);
	await testApp.as(addPerson, { name: 'Joan Whitcombe', company: 'Linden Press' });
	const name = "'Person ' || substr('' || (10000 + n), 2)";
	const key = "'person ' || substr('' || (10000 + n), 2)";
	const numbers = `with recursive numbers (n) as (select 1 union all select n + 1 from numbers where n < ${String(people)})`;
	await raw.run(
		`insert into people (workspace_id, id, name, name_key, family_key, company, source, import_id, added_at, changed_at)
		${numbers} select '${workspaceId}', 'p' || (10000 + n), ${name}, ${key}, ${key}, 'Linden Press', 'linkedin',
		case n % 2 when 1 then 'undone' end, '${at}', '${at}' from numbers`
	);
	await raw.run(
		`insert into people_search (workspace_id, person_id, words)
		${numbers} select '${workspaceId}', 'p' || (10000 + n), ' ' || ${key} || ' linden press ' from numbers`
	);
	if (raw.engine === 'postgres') await raw.run('analyze');
}

beforeAll(async () => {
	testApp = await openTestApp();
	themeId = newId();
	const theme = { id: themeId, title: 'Books', titles: 'linden, publisher', seat: 1 };
	const { workspaceId: workspace_id } = testApp.caller;
	await addMany();
	await testApp.open
		.insertInto('themes')
		.values({ workspace_id, ...theme, opened_at: 'x', changed_at: 'x' })
		.execute();
});
afterAll(() => testApp.close());

const searches: [string, () => { words?: string; themeId?: string }][] = [
	['three letters', () => ({ words: 'pre' })],
	['two letters', () => ({ words: 'li' })],
	['two words', () => ({ words: 'l press' })],
	['titles of a theme', () => ({ themeId })],
	['titles and two letters', () => ({ themeId, words: 'pe' })]
];

async function expectFewRead(asked: () => Promise<unknown>): Promise<void> {
	const { queries } = await statementsOf(asked);
	const finding = queries.filter(
		({ sql, parameters }) =>
			/people_holding|people_search/.test(sql) &&
			!parameters.some((value) => value === 300 || value === 600)
	);
	expect(finding.length).toBeGreaterThan(0);
	for (const statement of finding) {
		if (testApp.raw.engine === 'sqlite') {
			const steps = await sqlitePlan(testApp, statement);
			expect(steps[0]).toMatch(/^SCAN people_search VIRTUAL TABLE INDEX/);
			expect(steps.filter((step) => /TEMP B-TREE/.test(step))).toEqual([]);
		} else {
			const nodes = await postgresPlan(testApp, statement);
			expect(nodes.filter((node) => rowsRead(node) > 8 * (limit + 1))).toEqual([]);
		}
	}
}

test.each(searches)('%s: a page and the next read as many as they show', async (_, search) => {
	const first = await testApp.as(listPeople, { ...search(), limit });
	expect(first.people).toHaveLength(limit);
	await expectFewRead(() => testApp.as(listPeople, { ...search(), limit }));
	const cursor = String(first.nextCursor);
	await expectFewRead(() => testApp.as(listPeople, { ...search(), limit, cursor }));
});

test.each(searches)('%s: pages put together are everybody once, as added', async (_, search) => {
	const found: string[] = [];
	let cursor: string | undefined;
	do {
		const page = await testApp.as(listPeople, {
			...search(),
			limit: 100,
			...(cursor ? { cursor } : {})
		});
		found.push(...page.people.map(({ name }) => name));
		cursor = page.nextCursor ?? undefined;
	} while (cursor);
	const persons = Array.from(
		{ length: people / 2 },
		(__, at) => `Person ${String(10000 + 2 * (at + 1)).slice(1)}`
	);
	expect(found).toEqual(search().words === 'pe' ? persons : ['Joan Whitcombe', ...persons]);
});

test('a word that few people have is found wherever they stand', async () => {
	for (const [name, company] of [
		['Ines Okafor', 'Quartz Mill'],
		['Tove Adeyemi', 'Linden Quartz']
	]) {
		await testApp.as(addPerson, { name: String(name), company: String(company) });
	}
	const found = async (words: string) =>
		(await testApp.as(listPeople, { words, limit })).people.map(({ name }) => name);
	expect(await found('quartz')).toEqual(['Ines Okafor', 'Tove Adeyemi']);
	expect(await found('linden quartz')).toEqual(['Tove Adeyemi']);
	expect(await found('quartz zq')).toEqual([]);
	expect(await found('qua')).toEqual(['Ines Okafor', 'Tove Adeyemi']);
});
