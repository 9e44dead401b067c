import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { operationsIn } from '#server/perform.ts';
import { openTestApp, type TestApp } from '#tests/support/app.ts';
import { connectionsCsv, connectionsZip } from '#tests/support/connections.ts';
import { scopeFor } from '#server/scope.server.ts';
import { newId } from '#server/tokens.ts';
import * as addressBook from './operations.server.ts';
import {
	addPerson,
	changePerson,
	commitImport,
	discardImport,
	doNotContact,
	findPeople,
	forgetPerson,
	listImports,
	listPeople,
	mapImport,
	readImport,
	getImport,
	getPerson,
	undoImport
} from './operations.server.ts';
import { visiblePeople } from './store/visible.server.ts';

let testApp: TestApp;
beforeAll(async () => {
	testApp = await openTestApp();
});
afterAll(() => testApp.close());

const header = 'First Name,Last Name,URL,Email Address,Company,Position,Connected On';
const row = (slug: string, email = '', company = 'Birch Press'): string =>
	`${slug},Quill,https://www.linkedin.com/in/${slug},${email},${company},Editor,12 Mar 2021`;
const file = (...rows: string[]): string => [header, ...rows, ''].join('\n');

async function read(content: string | Uint8Array, fileName = 'Connections.csv') {
	const text = typeof content === 'string';
	const { id } = await testApp.as(readImport, {
		fileName,
		content: text ? content : Buffer.from(content).toString('base64'),
		encoding: text ? 'text' : 'base64'
	});
	await testApp.settle();
	return testApp.as(getImport, { id });
}

/** All rows of a table, visible or not. */
async function rowsOf(table: 'people' | 'people_search' | 'rejected_rows' | 'import_files') {
	const rows = await testApp.open
		.selectFrom(table)
		.select('workspace_id')
		.where('workspace_id', '=', testApp.caller.workspaceId)
		.execute();
	return rows.length;
}

/** The number of people, checked against the listed ones. */
async function all(): Promise<number | null> {
	const { counts } = await testApp.as(listPeople, {});
	const { actor, workspaceId } = testApp.caller;
	const scope = scopeFor(actor, 'read', workspaceId, testApp.app.database.read);
	const seen = await visiblePeople(scope).select('people.id').execute();
	expect(counts.all).toBe(seen.length);
	return counts.all;
}

afterEach(async () => {
	await all();
});

const later = (): void => {
	testApp.clock.set(new Date(Date.parse(testApp.clock.now()) + 1000).toISOString());
};

test('people are visible once the import is committed, and gone once it is undone', async () => {
	const seen = await read(connectionsZip(connectionsCsv({ rows: 700 }), { nested: true }), 'a.zip');
	expect(seen).toMatchObject({ stage: 'ready', counts: { total: 700, read: 700, fresh: 700 } });
	expect(seen.samples).toHaveLength(8);
	expect(await all()).toBe(0);
	expect((await testApp.as(findPeople, { words: 'mar' })).people).toEqual([]);
	expect(await rowsOf('import_files')).toBe(0);
	expect((await testApp.as(listImports, {})).waiting?.id).toBe(seen.id);

	expect(await testApp.as(commitImport, { id: seen.id })).toMatchObject({ fresh: 700 });
	expect(await all()).toBe(700);
	expect((await testApp.as(findPeople, { words: 'mar' })).people.length).toBeGreaterThan(0);

	expect(await testApp.as(undoImport, { id: seen.id })).toEqual({ stayed: 0, names: [] });
	expect(await all()).toBe(0);
	await testApp.settle();
	expect([await rowsOf('people'), await rowsOf('people_search')]).toEqual([0, 0]);
	expect((await testApp.as(getImport, { id: seen.id })).stage).toBe('undone');
});

test('duplicates are recognised by profile or e-mail; unreadable rows are rejected with a reason', async () => {
	const { id: known } = await testApp.as(addPerson, { name: 'Known', email: 'known@post.example' });
	const seen = await read(
		file(row('ada'), row('known', 'Known@Post.example'), ',,,,,Editor,', row('ada'), row('bo'))
	);
	expect(seen.counts).toEqual({
		total: 5,
		read: 5,
		fresh: 2,
		known: 1,
		suppressed: 0,
		unreadable: 2
	});
	expect(seen.rejected.rows.map(({ line }) => line)).toEqual([4, 5]);
	expect(seen.rejected.rows[0]?.reason).toBe('This row has no name.');
	await testApp.as(commitImport, { id: seen.id });
	const again = await read(file(row('ada'), row('bo'), row('known', 'known@post.example')));
	expect(again.counts).toMatchObject({ fresh: 0, known: 3 });
	await expect(testApp.as(commitImport, { id: again.id })).rejects.toMatchObject({
		code: 'imports.nobody-new'
	});
	expect((await testApp.as(listImports, {})).waiting).toBeNull();
	const next = await read(file(row('ada')));
	expect(next.counts).toMatchObject({ fresh: 0, known: 1 });
	await testApp.as(discardImport, { id: next.id });
	await testApp.as(discardImport, { id: again.id });
	await testApp.settle();
	expect(await all()).toBe(3);
	expect((await testApp.as(getPerson, { id: known })).from.source).toBe('hand');
});

test('an import adds no forgotten person and lifts no mark', async () => {
	const { people } = await testApp.as(listPeople, {});
	const named = (name: string): string => people.find((person) => person.name === name)?.id ?? '';
	await testApp.as(forgetPerson, { id: named('ada Quill') });
	await testApp.as(doNotContact, { id: named('bo Quill'), because: 'Asked' });
	const seen = await read(file(row('ada'), row('bo'), row('cy')));
	expect(seen.counts).toMatchObject({ fresh: 1, known: 1, suppressed: 1 });
	await testApp.as(commitImport, { id: seen.id });
	expect((await testApp.as(findPeople, { words: 'ada' })).people).toEqual([]);
	expect((await testApp.as(getPerson, { id: named('bo Quill') })).doNotContactBecause).toBe(
		'Asked'
	);
});

test('whoever was changed or has an interview stays when the import is undone, and is named', async () => {
	const seen = await read(file(row('dora'), row('emil'), row('fay')));
	await testApp.as(commitImport, { id: seen.id });
	const { people } = await testApp.as(findPeople, { words: 'quill' });
	const id = (name: string): string => people.find((each) => each.name === name)?.id ?? '';
	later();
	await testApp.as(changePerson, { id: id('dora Quill'), place: 'Lund' });
	await interviewWith(id('emil Quill'));
	const undone = await testApp.as(undoImport, { id: seen.id });
	expect(undone).toEqual({ stayed: 2, names: ['dora Quill', 'emil Quill'] });
	await testApp.settle();
	expect((await testApp.as(getPerson, { id: id('dora Quill') })).from).toEqual({
		source: 'linkedin',
		importId: null,
		fileName: null
	});
	await expect(testApp.as(getPerson, { id: id('fay Quill') })).rejects.toMatchObject({
		code: 'person.missing'
	});
	const goes = { interviews: 1, messages: 1, introductions: 0 };
	expect((await testApp.as(getPerson, { id: id('emil Quill') })).goes).toEqual(goes);
	expect(await testApp.as(forgetPerson, { id: id('emil Quill') })).toMatchObject(goes);
});

async function interviewWith(personId: string): Promise<void> {
	const { workspaceId: workspace_id } = testApp.caller;
	const [theme_id, interview_id] = [newId(), newId()];
	await testApp.open.transaction().execute(async (tx) => {
		await tx
			.insertInto('themes')
			.values({ workspace_id, id: theme_id, title: 'T', opened_at: 'x', changed_at: 'x' })
			.execute();
		await tx
			.insertInto('interviews')
			.values({
				workspace_id,
				id: interview_id,
				person_id: personId,
				theme_id,
				channel: 'direct',
				wished_at: 'x',
				changed_at: 'x'
			})
			.execute();
		await tx
			.insertInto('messages')
			.values({
				workspace_id,
				id: newId(),
				interview_id,
				purpose: 'request',
				subject: '',
				body: '',
				drafted_at: 'x',
				changed_at: 'x'
			})
			.execute();
	});
}

test('somebody added by hand while an import waits does not appear twice', async () => {
	const seen = await read(file(row('gil'), row('hana')));
	await testApp.as(addPerson, { name: 'Gil by hand', profile: 'linkedin.com/in/gil' });
	expect((await testApp.as(getImport, { id: seen.id })).counts).toMatchObject({
		fresh: 1,
		known: 1
	});
	await testApp.as(commitImport, { id: seen.id });
	expect((await testApp.as(findPeople, { words: 'gil' })).people.map(({ name }) => name)).toEqual([
		'Gil by hand'
	]);
});

test('one import waits at a time; discarding it allows the next', async () => {
	const seen = await read(file(row('ina')));
	await expect(read(file(row('jo')))).rejects.toMatchObject({ code: 'imports.waiting' });
	await testApp.as(discardImport, { id: seen.id });
	await expect(testApp.as(commitImport, { id: seen.id })).rejects.toMatchObject({
		code: 'imports.discarded'
	});
	await expect(testApp.as(undoImport, { id: seen.id })).rejects.toMatchObject({ kind: 'conflict' });
	await testApp.settle();
	expect((await testApp.as(findPeople, { words: 'ina' })).people).toEqual([]);
	const next = await read(file(row('jo')));
	await testApp.as(commitImport, { id: next.id });
	await expect(testApp.as(discardImport, { id: next.id })).rejects.toMatchObject({
		code: 'imports.committed'
	});
	await expect(testApp.as(commitImport, { id: next.id })).rejects.toMatchObject({
		kind: 'conflict'
	});
});

test('an unknown header awaits a mapping and is read by it', async () => {
	const seen = await read('Vaza;Omo\nKiru;Birch\nLemo;Alder\n', 'odd.csv');
	expect(seen).toMatchObject({ stage: 'mapping', header: { header: ['Vaza', 'Omo'] } });
	await expect(testApp.as(mapImport, { id: seen.id, columns: { email: 1 } })).rejects.toMatchObject(
		{
			code: 'imports.no-name-column'
		}
	);
	await expect(testApp.as(mapImport, { id: seen.id, columns: { name: 7 } })).rejects.toMatchObject({
		code: 'imports.no-such-column'
	});
	await testApp.as(mapImport, {
		id: seen.id,
		columns: { name: 0, company: 1 },
		firstLine: 'person'
	});
	await testApp.settle();
	const mapped = await testApp.as(getImport, { id: seen.id });
	expect(mapped).toMatchObject({ stage: 'ready', counts: { fresh: 3 } });
	await expect(testApp.as(mapImport, { id: seen.id, columns: { name: 0 } })).rejects.toMatchObject({
		code: 'imports.not-asked'
	});
	await testApp.as(discardImport, { id: seen.id });
	await testApp.settle();
});

test('a mapping by which nobody can be read awaits another one', async () => {
	const seen = await read('Vaza;Omo\nKiru;\nLemo;\n', 'odd.csv');
	await testApp.as(mapImport, { id: seen.id, columns: { name: 1 } });
	await testApp.settle();
	const again = await testApp.as(getImport, { id: seen.id });
	expect(again.stage).toBe('mapping');
	expect(again.failure).toContain('No people could be read');
	await testApp.as(discardImport, { id: seen.id });
	await testApp.settle();
});

test.each([
	['bytes that are no text', Buffer.from([0, 1, 2, 3, 255, 254, 0, 0, 7])],
	['a broken ZIP', Buffer.from('PK\u0003\u0004 and then nothing')],
	['a ZIP without the file', connectionsZip('').subarray(0, 60)],
	['a header and nobody', Buffer.from(`${header}\n,,,,,,\n`)]
])('%s fails with what is wrong, what is safe, what to do', async (_, bytes) => {
	const before = await all();
	const seen = await read(bytes);
	expect(seen.stage).toBe('failed');
	expect(seen.failure).toContain('Nothing was imported');
	await expect(testApp.as(commitImport, { id: seen.id })).rejects.toMatchObject({
		code: 'imports.failed'
	});
	expect(await all()).toBe(before);
});

test('an empty file, a huge one and an id of another file are refused', async () => {
	const send = (input: object) =>
		testApp.as(readImport, { fileName: 'x.csv', content: '', ...input });
	await expect(send({})).rejects.toMatchObject({ code: 'imports.empty-file' });
	const huge = 'A'.repeat(14_500_000);
	await expect(send({ content: huge })).rejects.toMatchObject({ code: 'imports.too-large' });
	await expect(
		send({ content: huge.slice(0, 11_000_000), encoding: 'text' })
	).rejects.toMatchObject({
		status: 413
	});
	const { imports } = await testApp.as(listImports, {});
	const id = imports[0]?.id ?? '';
	await expect(send({ id, content: 'x', encoding: 'text' })).rejects.toMatchObject({
		code: 'import.other-body'
	});
});

test('rejected rows are listed in pages', async () => {
	const broken = Array.from({ length: 120 }, () => ',,,x@y.example,,,');
	const seen = await read(file(row('kim'), ...broken));
	const lines: number[] = [];
	let after: number | null = 0;
	while (after !== null) {
		const page: typeof seen = await testApp.as(getImport, { id: seen.id, rejectedAfter: after });
		lines.push(...page.rejected.rows.map(({ line }) => line));
		after = page.rejected.nextAfter;
	}
	expect(lines).toEqual(Array.from({ length: 120 }, (_, at) => at + 3));
	await testApp.as(discardImport, { id: seen.id });
	await testApp.settle();
	expect(await rowsOf('people')).toBe(await rowsOf('people_search'));
});

test('an import of another workspace is refused like a missing one', async () => {
	const other = await testApp.another('Nadia Ferreira');
	const { id } = await testApp.as(
		readImport,
		{ fileName: 'x.csv', content: file(row('liv')), encoding: 'text' },
		other
	);
	for (const operation of operationsIn(addressBook)) {
		if (!operation.http.path.startsWith('/imports/{id}')) continue;
		const answers = [];
		for (const wanted of [id, newId()]) {
			const input = { ...(operation.example as object), id: wanted };
			answers.push(await testApp.as(operation, input).catch((error: unknown) => error));
		}
		expect(answers[0], operation.name).toMatchObject({ kind: 'missing' });
		expect(answers[0]).toEqual(answers[1]);
	}
	await testApp.settle();
});

test('an interrupted import is read again after the restart, without duplicates', async () => {
	const own = await openTestApp();
	const { id } = await own.as(readImport, {
		fileName: 'Connections.csv',
		content: connectionsCsv({ rows: 6000 }),
		encoding: 'text'
	});
	await expect
		.poll(async () => (await own.as(getImport, { id })).counts.fresh, {
			interval: 5,
			timeout: 10_000
		})
		.toBeGreaterThan(0);
	await own.app.jobs.stop();
	const half = (await own.as(getImport, { id })).counts;
	expect(half.fresh).toBeLessThan(6000);

	await own.restart();
	await waitFor(own);
	const rows = await own.open.selectFrom('people').select('profile').execute();
	expect(rows).toHaveLength(6000);
	expect(new Set(rows.map(({ profile }) => profile)).size).toBe(6000);
	const entries = await own.open.selectFrom('people_search').select('person_id').execute();
	expect(entries).toHaveLength(6000);
	const row = await own.open.selectFrom('imports').selectAll().executeTakeFirstOrThrow();
	expect(row).toMatchObject({ new_count: 6000, read_count: 6000, row_count: 6000 });
	await own.close();
});

async function waitFor({ open }: Pick<TestApp, 'open'>): Promise<void> {
	await expect
		.poll(() => open.selectFrom('jobs').select('id').where('done_at', 'is', null).execute(), {
			interval: 20,
			timeout: 15_000
		})
		.toEqual([]);
}
