import { afterAll, beforeAll, expect, test } from 'vitest';
import { operationsIn } from '#server/perform.ts';
import { openTestApp, type TestApp } from '#tests/support/app.ts';
import { newId } from '#server/tokens.ts';
import * as addressBook from './operations.server.ts';
import {
	addOrganization,
	addPerson,
	allowContact,
	changePerson,
	doNotContact,
	findPeople,
	forgetPerson,
	listOrganizations,
	listPeople,
	renameOrganization,
	getPerson,
	takeBackPerson
} from './operations.server.ts';
import { countPeople, personNamed } from './reads/people.server.ts';
import { scopeFor } from '#server/scope.server.ts';

let testApp: TestApp;
beforeAll(async () => {
	testApp = await openTestApp();
});
afterAll(() => testApp.close());

const nobody = newId();
const later = (): void => {
	testApp.clock.set(new Date(Date.parse(testApp.clock.now()) + 1000).toISOString());
};

test('a person added by hand is seen with where the entry came from', async () => {
	const { id } = await testApp.as(addPerson, {
		name: 'Joan Whitcombe',
		email: ' Joan@Harbour.example ',
		profile: 'https://ca.linkedin.com/in/Joan-Whitcombe/',
		company: 'Harbour & Field',
		position: 'Copy chief',
		place: 'Toronto',
		zone: 'America/Toronto'
	});
	const person = await testApp.as(getPerson, { id });
	expect(person).toMatchObject({
		email: 'joan@harbour.example',
		profile: 'linkedin.com/in/joan-whitcombe',
		zone: 'America/Toronto',
		from: { source: 'hand', importId: null, fileName: null },
		goes: { interviews: 0, messages: 0, introductions: 0 }
	});
});

test('the same e-mail or profile is refused and names the person', async () => {
	for (const address of [
		{ email: 'JOAN@harbour.example' },
		{ profile: 'www.linkedin.com/in/joan-whitcombe?trk=x' }
	]) {
		const [field] = Object.keys(address);
		await expect(testApp.as(addPerson, { name: 'J. W.', ...address })).rejects.toMatchObject({
			code: 'people.same-person',
			fields: [{ field }],
			sentence: expect.stringContaining('Joan Whitcombe') as string
		});
	}
});

test('invalid input is refused at its field', async () => {
	const wrong = { name: ' ', email: 'nowhere', profile: 'example.org/x', zone: 'Lisbon' };
	await expect(testApp.as(addPerson, wrong)).rejects.toMatchObject({
		kind: 'invalid',
		fields: Object.keys(wrong).map((field) => expect.objectContaining({ field }) as unknown)
	});
});

test('a given id is idempotent for the same entry and refused for another', async () => {
	const id = newId();
	await testApp.as(addPerson, { id, name: 'Henrik Gren' });
	expect(await testApp.as(addPerson, { id, name: 'Henrik Gren' })).toMatchObject({ id });
	await expect(testApp.as(addPerson, { id, name: 'Somebody Else' })).rejects.toMatchObject({
		code: 'people.id-taken'
	});
});

test('a change is found by its new words, not by its old ones, and can be taken back', async () => {
	const { id } = await testApp.as(addPerson, {
		name: 'Saoirse Mulkearn',
		company: 'Moorland Review'
	});
	later();
	const changed = await testApp.as(changePerson, { id, company: 'Tideway Weekly', phone: '' });
	expect(changed.before).toEqual({ company: 'Moorland Review', phone: '' });
	const named = async (words: string) =>
		(await testApp.as(findPeople, { words })).people.map((p) => p.id);
	expect(await named('tideway')).toEqual([id]);
	expect(await named('moorland')).toEqual([]);
	later();
	await expect(
		testApp.as(changePerson, { id, place: 'Leeds', changedAt: '2020-01-01T00:00:00.000Z' })
	).rejects.toMatchObject({ code: 'people.changed-meanwhile' });
	await testApp.as(changePerson, { id, changedAt: changed.changedAt, company: 'Moorland Review' });
	expect(await named('moorland')).toEqual([id]);
	const nothing = await testApp.as(changePerson, { id, company: 'Moorland Review' });
	expect(nothing.before).toEqual({});
});

test('an address of somebody else cannot be taken by a change', async () => {
	const { id } = await testApp.as(addPerson, { name: 'Ruth Ellery' });
	await expect(
		testApp.as(changePerson, { id, email: 'joan@harbour.example' })
	).rejects.toMatchObject({
		code: 'people.same-person'
	});
});

test('do not contact is kept with its reason and lifted only by hand', async () => {
	const { id } = await testApp.as(addPerson, { name: 'Gustav Palmér', email: 'g@palmer.example' });
	await expect(testApp.as(doNotContact, { id, because: ' ' })).rejects.toMatchObject({
		fields: [{ field: 'because' }]
	});
	await testApp.as(doNotContact, { id, because: 'Asked on the phone' });
	await expect(testApp.as(doNotContact, { id, because: 'x' })).rejects.toMatchObject({
		code: 'people.marked-already'
	});
	const { because } = await testApp.as(allowContact, { id });
	expect(because).toBe('Asked on the phone');
	await expect(testApp.as(allowContact, { id })).rejects.toMatchObject({
		code: 'people.not-marked'
	});
	expect((await testApp.as(getPerson, { id })).doNotContactAt).toBeNull();
});

test('the do-not-contact mark survives erasure and adding again', async () => {
	const email = 'leave@alone.example';
	const { id } = await testApp.as(addPerson, { name: 'Leave Alone', email });
	await testApp.as(doNotContact, { id, because: 'Asked' });
	await testApp.as(forgetPerson, { id });
	await expect(testApp.as(getPerson, { id })).rejects.toMatchObject({ code: 'person.missing' });
	const again = await testApp.as(addPerson, { name: 'L. Alone', email });
	expect(again.doNotContactAt).not.toBeNull();
	await testApp.as(allowContact, { id: again.id });
	const { id: other } = await testApp.as(addPerson, { name: 'Other', email: 'o@alone.example' });
	await testApp.as(doNotContact, { id: other, because: 'Asked' });
	await testApp.as(changePerson, { id: other, email: 'new@alone.example' });
	await testApp.as(forgetPerson, { id: other });
	const { id: third } = await testApp.as(addPerson, { name: 'Third' });
	await testApp.as(changePerson, { id: third, email: 'o@alone.example' });
	expect((await testApp.as(getPerson, { id: third })).doNotContactAt).not.toBeNull();
});

test('erasing leaves no row and no text, only keyed hashes', async () => {
	const { id } = await testApp.as(addPerson, {
		name: 'Zebulon Quixworth',
		email: 'zebulon@quixworth.example',
		company: 'Quixworth Bindery'
	});
	expect(await testApp.as(forgetPerson, { id })).toEqual({
		interviews: 0,
		messages: 0,
		introductions: 0,
		suppressedBy: 'address'
	});
	expect((await testApp.as(findPeople, { words: 'quixworth' })).people).toEqual([]);
	const tables = ['people', 'people_search', 'suppressions', 'audit_events'] as const;
	for (const table of tables) {
		const rows = await testApp.open.selectFrom(table).selectAll().execute();
		expect(JSON.stringify(rows).toLowerCase()).not.toContain('quixworth');
	}
	const { doNotContactAt } = await testApp.as(addPerson, {
		name: 'Zebulon Quixworth',
		email: 'zebulon@quixworth.example'
	});
	expect(doNotContactAt).toBeNull();
});

test('forgetting needs a fresh sign-in', async () => {
	const stale = {
		...testApp.caller,
		actor: { kind: 'explorer', userId: 'x', fresh: false } as const
	};
	await expect(testApp.as(forgetPerson, { id: nobody }, stale)).rejects.toMatchObject({
		code: 'session.not-fresh'
	});
});

test('adding is undone until the person is used or changed', async () => {
	const { id } = await testApp.as(addPerson, { name: 'Short Visit' });
	await testApp.as(takeBackPerson, { id });
	await expect(testApp.as(getPerson, { id })).rejects.toMatchObject({ code: 'person.missing' });
	const { id: stays } = await testApp.as(addPerson, { name: 'Long Visit' });
	later();
	await testApp.as(changePerson, { id: stays, place: 'Lund' });
	await expect(testApp.as(takeBackPerson, { id: stays })).rejects.toMatchObject({
		code: 'people.in-use'
	});
});

test('organizations are added once a kind, listed by name and renamed', async () => {
	const { id } = await testApp.as(addOrganization, {
		name: 'Society of Editors',
		kind: 'association'
	});
	const same = { name: 'society of éditors', kind: 'association' } as const;
	await expect(testApp.as(addOrganization, same)).rejects.toMatchObject({
		code: 'organizations.same'
	});
	const asked = { id: newId(), name: 'Society of Editors', kind: 'school' } as const;
	await testApp.as(addOrganization, asked);
	expect(await testApp.as(addOrganization, asked)).toEqual({ id: asked.id });
	await expect(testApp.as(addOrganization, { ...asked, name: 'Another' })).rejects.toMatchObject({
		code: 'organizations.id-taken'
	});
	expect(await testApp.as(renameOrganization, { id, name: 'Guild of Editors' })).toEqual({
		before: 'Society of Editors'
	});
	const listed = await testApp.as(listOrganizations, {});
	expect(listed.organizations.map(({ name }) => name)).toEqual(['Guild of Editors', asked.name]);
	const schools = await testApp.as(listOrganizations, { kind: 'school' });
	expect(schools.organizations).toHaveLength(1);
});

test('a person of another workspace is refused like a missing one by every operation', async () => {
	const other = await testApp.another('Nadia Ferreira');
	const { id } = await testApp.as(addPerson, { name: 'Hers Alone' }, other);
	const { id: organization } = await testApp.as(
		addOrganization,
		{ name: 'Hers', kind: 'school' },
		other
	);
	const about = operationsIn(addressBook).filter(({ http }) =>
		/^\/(people|organizations)\/\{id\}/.test(http.path)
	);
	expect(about.length).toBeGreaterThanOrEqual(7);
	for (const operation of about) {
		const foreign = operation.name.startsWith('organizations') ? organization : id;
		const answers = [];
		for (const wanted of [foreign, nobody]) {
			const input = { ...(operation.example as object), id: wanted };
			answers.push(await testApp.as(operation, input).catch((error: unknown) => error));
		}
		expect(answers[0], operation.name).toMatchObject({ kind: 'missing' });
		expect(answers[0]).toEqual(answers[1]);
	}
	const mine = await testApp.as(listPeople, { words: 'hers alone' });
	expect(mine.people).toEqual([]);
	expect((await testApp.as(listPeople, {}, other)).counts.all).toBe(1);
});

test('other features read visible people only', async () => {
	const { id, name } = await testApp.as(addPerson, { name: 'Seen Elsewhere' });
	const { actor, workspaceId } = testApp.caller;
	const scope = scopeFor(actor, 'read', workspaceId, testApp.app.database.read);
	expect(await personNamed(scope, id)).toMatchObject({ name, doNotContactAt: null });
	expect(await personNamed(scope, nobody)).toBeUndefined();
	expect(await countPeople(scope)).toBe((await testApp.as(listPeople, {})).counts.all);
});
