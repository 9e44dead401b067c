import { afterEach, beforeEach, expect, test } from 'vitest';
import {
	addPerson,
	doNotContact,
	findPeople,
	forgetPerson,
	readImport,
	getImport,
	getPerson
} from '#features/people/operations.server.ts';
import type { Caller } from '#server/perform.ts';
import { keyedHash } from '#server/tokens.ts';
import { openTestApp, type TestApp } from '#tests/support/app.ts';
import { importFile } from './operations/import-file.server.ts';
import { callerNow, exported } from '#tests/support/transfer/transfer.ts';

/** The suppression list also applies after an import on another instance. */
let here: TestApp;
let there: TestApp;
beforeEach(async () => {
	[here, there] = [await openTestApp(), await openTestApp()];
});
afterEach(async () => {
	await here.close();
	await there.close();
});

const content = `First Name,Last Name,URL,Email Address,Company,Position,Connected On
Zebulon,Quixworth,https://www.linkedin.com/in/zeb-quix,zq@post.example,Birch,Editor,
Ada,Quill,https://www.linkedin.com/in/ada-quill,,Elm,Editor,
`;

async function move(): Promise<Caller> {
	await importFile(there.app, there.caller, Buffer.from(await exported(here)));
	return callerNow(there);
}

async function counts(testApp: TestApp, caller: Caller) {
	const file = { fileName: 'Connections.csv', content, encoding: 'text' } as const;
	const { id } = await testApp.as(readImport, file, caller);
	await testApp.settle();
	const { fresh, suppressed } = (await testApp.as(getImport, { id }, caller)).counts;
	return { fresh, suppressed };
}

test('a forgotten person stays out of imports on another instance', async () => {
	const { id } = await here.as(addPerson, { name: 'Zebulon Quixworth', email: 'zq@post.example' });
	await here.as(forgetPerson, { id });
	const caller = await move();
	expect(await counts(there, caller)).toEqual({ fresh: 1, suppressed: 1 });
});

test('who must not be contacted is marked again when added by hand', async () => {
	const { id } = await here.as(addPerson, {
		name: 'Ada Quill',
		profile: 'linkedin.com/in/ada-quill'
	});
	await here.as(doNotContact, { id, because: 'Asked not to be contacted' });
	await here.as(forgetPerson, { id });
	const caller = await move();
	const again = await there.as(
		addPerson,
		{ name: 'Ada Quill', profile: 'linkedin.com/in/ada-quill' },
		caller
	);
	const person = await there.as(getPerson, { id: again.id }, caller);
	expect(person.doNotContactAt).not.toBeNull();
	expect((await there.as(findPeople, { words: 'ada' }, caller)).people).toHaveLength(1);
});

test('an older hash, made with the instance’s key, counts here and travels as it is', async () => {
	await here.raw.run(
		'insert into suppressions (workspace_id, hash, because, since) values (?, ?, ?, ?)',
		here.caller.workspaceId,
		keyedHash(here.app.secret, 'zq@post.example'),
		'forgotten',
		here.clock.now()
	);
	const file = await exported(here);
	expect(file).toContain('"keyed_by":"instance"');
	const caller = await move();
	expect(await exported(there, caller)).toBe(file);
	expect(await counts(here, here.caller)).toEqual({ fresh: 1, suppressed: 1 });
	// As documented: only the instance of origin can match a hash made with its own key.
	expect(await counts(there, caller)).toEqual({ fresh: 2, suppressed: 0 });
});
