import { afterAll, beforeAll, expect, test } from 'vitest';
import { addPeople } from '#tests/support/transfer/transfer.ts';
import { openTestApp, type TestApp } from '#tests/support/app.ts';
import { addPerson, commitImport, readImport, getImport } from './operations.server.ts';
import { MOST_PEOPLE } from './rules/limits.ts';

/** An address book with room for two more people. */
let testApp: TestApp;
beforeAll(async () => {
	testApp = await openTestApp();
	await addPeople(testApp, 20);
	// Fills the address book directly, since only the number of rows matters.
	const { workspaceId } = testApp.caller;
	await testApp.raw.run(
		`with recursive n(i) as (select 1 union all select i + 1 from n where i < ${String(MOST_PEOPLE - 22)})
		insert into people (workspace_id, id, name, name_key, family_key, company, position, source, added_at, changed_at)
		select '${workspaceId}', 'p' || i, 'N', 'n', 'n', '', '', 'hand', '2026-11-20T08:00:00.000Z', '2026-11-20T08:00:00.000Z' from n`
	);
}, 60_000);
afterAll(() => testApp.close());

const header = 'First Name,Last Name,URL,Email Address,Company,Position,Connected On';
const known = (at: number): string =>
	`canary,${at},https://www.linkedin.com/in/p${at},,Harbour,Editor,12 Mar 2021`;
const fresh = (slug: string): string =>
	`${slug},Quill,https://www.linkedin.com/in/${slug},,Birch Press,Editor,12 Mar 2021`;

async function read(rows: readonly string[]) {
	const content = [header, ...rows, ''].join('\n');
	const { id } = await testApp.as(readImport, {
		fileName: 'Connections.csv',
		content,
		encoding: 'text'
	});
	await testApp.settle();
	return testApp.as(getImport, { id });
}

async function people(): Promise<number> {
	const [row] = await testApp.raw.all('select count(*) as n from people');
	return Number(row?.n);
}

test('a file that exceeds the limit of people is refused as a whole', async () => {
	const seen = await read(Array.from({ length: 30 }, (_, at) => fresh(`new-${at}`)));
	expect(seen.stage).toBe('failed');
	expect(seen.failure).toContain('You can add 2 more.');
	expect(seen.failure).toContain('Nothing was imported');
	expect(await people()).toBe(MOST_PEOPLE - 2);
});

test('people already in the address book do not count towards the limit', async () => {
	const seen = await read([...Array.from({ length: 20 }, (_, at) => known(at)), fresh('one')]);
	expect(seen).toMatchObject({ stage: 'ready', counts: { fresh: 1, known: 20 } });
	await testApp.as(commitImport, { id: seen.id });
	expect(await people()).toBe(MOST_PEOPLE - 1);
});

test('people added by hand are refused at the limit', async () => {
	await testApp.as(addPerson, { name: 'The last one' });
	await expect(testApp.as(addPerson, { name: 'One too many' })).rejects.toMatchObject({
		code: 'workspace.full'
	});
	expect(await people()).toBe(MOST_PEOPLE);
});
