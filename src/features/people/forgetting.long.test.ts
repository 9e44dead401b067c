import { afterEach, beforeEach, expect, test } from 'vitest';
import { openTestApp, type TestApp } from '#tests/support/app.ts';
import { newId } from '#server/tokens.ts';
import {
	addPerson,
	allowContact,
	changePerson,
	commitImport,
	discardImport,
	doNotContact,
	findPeople,
	forgetPerson,
	mapImport,
	readImport,
	getImport,
	getPerson,
	takeBackPerson
} from './operations.server.ts';
import { peopleJobs } from './jobs.server.ts';
import { everythingIn } from '#tests/support/everything.ts';
import { scopeFor } from '#server/scope.server.ts';

let testApp: TestApp;
beforeEach(async () => {
	testApp = await openTestApp();
});
afterEach(() => testApp.close());

const header = 'First Name,Last Name,URL,Email Address,Company,Position,Connected On';
const file = (...rows: string[]): string => [header, ...rows, ''].join('\n');
const later = (): void => {
	testApp.clock.set(new Date(Date.parse(testApp.clock.now()) + 1000).toISOString());
};

async function read(content: string) {
	const { id } = await testApp.as(readImport, {
		fileName: 'Connections.csv',
		content,
		encoding: 'text'
	});
	await testApp.settle();
	return testApp.as(getImport, { id });
}

const everything = (): Promise<string> => everythingIn(testApp);

async function found(words: string): Promise<string[]> {
	return (await testApp.as(findPeople, { words })).people.map(({ id }) => id);
}

const zebulon = (rest = ''): string =>
	`Zebulon,Quixworth,https://www.linkedin.com/in/zeb-quix,zq@post.example,Birch,Editor,${rest}`;

test('after erasure no table holds the name, the e-mail or the profile', async () => {
	const first = await read(file(zebulon(), zebulon(), 'Ada,Quill,,,,,', ',,,zq@post.example,,,'));
	expect(first.rejected.rows.map(({ raw }) => raw)).toEqual([zebulon(), ',,,zq@post.example,,,']);
	await testApp.as(commitImport, { id: first.id });
	expect((await testApp.as(getImport, { id: first.id })).rejected.rows).toEqual([
		{ line: 3, raw: '', reason: expect.stringContaining('line 2') as string },
		{ line: 5, raw: '', reason: 'This row has no name.' }
	]);
	// Another import waits meanwhile, with rejected rows that name the same person.
	const second = await read(file('Bo,Quill,,,,,', ',,https://linkedin.com/in/Zeb-Quix/,,,,'));
	const [id = ''] = await found('quixworth');
	expect(await everything()).toMatch(/quixworth[^]*zeb-quix|zeb-quix[^]*quixworth/);
	await testApp.as(forgetPerson, { id });
	const left = await everything();
	for (const text of ['quixworth', 'zebulon', 'zq@post', 'zeb-quix']) {
		expect(left).not.toContain(text);
	}
	expect((await testApp.as(getImport, { id: second.id })).rejected.rows).toHaveLength(1);
});

test('a mapped file is deleted with its samples', async () => {
	const seen = await read('Vaza;Omo\nZebulon Quixworth;Birch\n');
	expect(seen.stage).toBe('mapping');
	await testApp.as(mapImport, { id: seen.id, columns: { name: 0 } });
	await testApp.settle();
	const rows = await testApp.open.selectFrom('imports').select('header').execute();
	expect(rows).toEqual([{ header: null }]);
	await testApp.as(discardImport, { id: seen.id });
	await testApp.settle();
	expect(await everything()).not.toContain('quixworth');
	const again = await read('Vaza;Omo\nZebulon Quixworth;Birch\n');
	await testApp.as(discardImport, { id: again.id });
	expect(await everything()).not.toContain('quixworth');
});

test('a file that could not be read is deleted', async () => {
	expect((await read(`${header}\n,Quixworth\u0000,,zq@post.example"\n`)).id).not.toBe('');
	const nobody = await read(file(',,,zq@post.example,,,')).catch(() => undefined);
	expect(nobody?.stage ?? 'failed').toBe('failed');
	const files = await testApp.open.selectFrom('import_files').selectAll().execute();
	expect(files).toEqual([]);
	expect(await everything()).not.toContain('zq@post');
});

test('a failed read deletes the file and the people staged so far', async () => {
	const seen = await read(file(zebulon(), zebulon()));
	const { app, caller, clock } = testApp;
	const host = { kind: 'host' } as const;
	await testApp.open
		.transaction()
		.execute((tx) =>
			tx.updateTable('imports').set({ read_at: null }).where('id', '=', seen.id).execute()
		);
	await peopleJobs['people.readImport']?.gaveUp?.(
		{
			...app,
			workspaceId: caller.workspaceId,
			payload: { importId: seen.id },
			clock,
			signal: new AbortController().signal,
			scope: scopeFor(host, 'write', caller.workspaceId, app.database.read),
			write: (work) =>
				app.database.write((tx) => work(scopeFor(host, 'write', caller.workspaceId, tx))),
			stage: (work) =>
				app.database.stage((tx) => work(scopeFor(host, 'write', caller.workspaceId, tx)))
		},
		'x'
	);
	expect((await testApp.as(getImport, { id: seen.id })).stage).toBe('failed');
	expect(await everything()).not.toContain('quixworth');
});

test('forgotten, added again by hand and taken back: an import still brings nobody back', async () => {
	const joan = { name: 'Zebulon Quixworth', email: 'zq@post.example' };
	const { id } = await testApp.as(addPerson, joan);
	await testApp.as(forgetPerson, { id });
	const { id: again, doNotContactAt } = await testApp.as(addPerson, joan);
	expect(doNotContactAt).toBeNull();
	await testApp.as(takeBackPerson, { id: again });
	expect((await read(file(zebulon()))).counts).toMatchObject({ fresh: 0, suppressed: 1 });
});

test('without an address name and workplace suppress rows without an address', async () => {
	const { id } = await testApp.as(addPerson, { name: 'Zebulon Quixworth', company: 'Birch & Co' });
	expect(await testApp.as(forgetPerson, { id })).toMatchObject({ suppressedBy: 'name' });
	const seen = await read(
		file(
			'Zebulon,Quixworth,,,"birch, Co.",,',
			'Zebulon,Quixworth,,,Alder,,',
			'Zebulon,Quixworth,https://www.linkedin.com/in/another,,Birch & Co,,'
		)
	);
	expect(seen.counts).toMatchObject({ fresh: 2, suppressed: 1 });
});

test('a person forgotten while an import waits is removed from it', async () => {
	const { id } = await testApp.as(addPerson, { name: 'Zebulon Quixworth' });
	const seen = await read(file('Zebulon,Quixworth,,,,,', 'Zebulon,Quixworth,,,Alder,,'));
	expect(seen.counts.fresh).toBe(2);
	await testApp.as(forgetPerson, { id });
	const { counts } = await testApp.as(getImport, { id: seen.id });
	expect(counts).toMatchObject({ fresh: 1, suppressed: 1, known: 0 });
});

test('a connector of somebody is not taken back', async () => {
	const { id: connector } = await testApp.as(addPerson, { name: 'Knows Both' });
	const { id: person_id } = await testApp.as(addPerson, { name: 'Partner' });
	const { workspaceId: workspace_id } = testApp.caller;
	const theme_id = newId();
	await testApp.open.transaction().execute(async (tx) => {
		await tx
			.insertInto('themes')
			.values({ workspace_id, id: theme_id, title: 'T', opened_at: 'x', changed_at: 'x' })
			.execute();
		await tx
			.insertInto('interviews')
			.values({
				workspace_id,
				id: newId(),
				person_id,
				theme_id,
				connector_id: connector,
				channel: 'own-network',
				wished_at: 'x',
				changed_at: 'x'
			})
			.execute();
	});
	for (const id of [connector, person_id]) {
		await expect(testApp.as(takeBackPerson, { id })).rejects.toMatchObject({
			code: 'people.in-use'
		});
	}
});

test('the mark and its lifting are taken back only while the entry stands as it did', async () => {
	const { id } = await testApp.as(addPerson, { name: 'Gustav Palmér', email: 'g@palmer.example' });
	later();
	const marked = await testApp.as(doNotContact, { id, because: 'Asked' });
	later();
	const changed = await testApp.as(changePerson, { id, place: 'Lund' });
	const old = { id, changedAt: marked.changedAt };
	const refused = { code: 'people.changed-meanwhile' };
	await expect(testApp.as(allowContact, old)).rejects.toMatchObject(refused);
	const allowed = await testApp.as(allowContact, { id, changedAt: changed.changedAt });
	later();
	await testApp.as(changePerson, { id, place: 'Umeå' });
	const again = { id, because: 'Asked', changedAt: allowed.changedAt };
	await expect(testApp.as(doNotContact, again)).rejects.toMatchObject(refused);
	const { changedAt } = await testApp.as(getPerson, { id });
	await testApp.as(doNotContact, { ...again, changedAt });
});

test('allowing contact removes only this person from the suppression list, and a later change does not mark them again', async () => {
	const add = async (name: string, email: string) =>
		(await testApp.as(addPerson, { name, email })).id;
	const first = await add('First', 'shared@post.example');
	await testApp.as(doNotContact, { id: first, because: 'Asked' });
	await testApp.as(changePerson, { id: first, email: 'first@post.example' });
	const second = await add('Second', 'shared@post.example');
	expect((await testApp.as(getPerson, { id: second })).doNotContactAt).not.toBeNull();
	await testApp.as(allowContact, { id: second });
	await testApp.as(changePerson, { id: second, email: 'shared@post.example', place: 'Lund' });
	expect((await testApp.as(getPerson, { id: second })).doNotContactAt).toBeNull();
	await testApp.as(forgetPerson, { id: second });
	const third = await add('Third', 'shared@post.example');
	expect((await testApp.as(getPerson, { id: third })).doNotContactAt).not.toBeNull();
});

test('an id that came before belongs to its own file only', async () => {
	const id = newId();
	const send = (content: string, fileName = 'a.csv') =>
		testApp.as(readImport, { id, fileName, content, encoding: 'text' });
	const wrong = { code: 'import.other-body', kind: 'conflict' };
	await send('Vaza;Omo\nKiru;Birch\n');
	await expect(send('Vaza;Omo\nKiru;Alder\n')).rejects.toMatchObject(wrong);
	expect(await send('Vaza;Omo\nKiru;Birch\n')).toEqual({ id });
	await testApp.settle();
	await testApp.as(mapImport, { id, columns: { name: 0 } });
	await testApp.settle();
	expect((await testApp.as(getImport, { id })).stage).toBe('ready');
	expect(await send('Vaza;Omo\nKiru;Birch\n')).toEqual({ id });
	await expect(send('Vaza;Omo\nKiru;Birch\nLemo;Birch\n')).rejects.toMatchObject(wrong);
	await expect(send('Vaza;Omo\nKiru;Birch\n', 'b.csv')).rejects.toMatchObject(wrong);
});

test('control characters typed or pasted are not kept', async () => {
	const { id } = await testApp.as(addPerson, {
		name: 'Zeb\u0000ulon\tQuix\u001bworth',
		profile: 'linkedin.com/in/z\u0000q',
		note: 'One\u0000\r\nTwo'
	});
	expect(await testApp.as(getPerson, { id })).toMatchObject({
		name: 'Zebulon Quixworth',
		profile: 'linkedin.com/in/zq',
		note: 'One\nTwo'
	});
});
