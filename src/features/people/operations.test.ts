import { afterAll, beforeAll, expect, test } from 'vitest';
import { operationsIn } from '#server/perform.ts';
import { openTestApp, type TestApp } from '#tests/support/app.ts';
import { newId } from '#server/secrets.ts';
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
	seePerson,
	takeBackPerson
} from './operations.server.ts';
import { countPeople, personNamed } from './reads/people.server.ts';
import { scopeFor } from '#server/scope.server.ts';

let house: TestApp;
beforeAll(async () => {
	house = await openTestApp();
});
afterAll(() => house.close());

const nobody = newId();
const later = (): void => {
	house.clock.set(new Date(Date.parse(house.clock.now()) + 1000).toISOString());
};

test('a person added by hand is seen with where the entry came from', async () => {
	const { id } = await house.as(addPerson, {
		name: 'Joan Whitcombe',
		email: ' Joan@Harbour.example ',
		profile: 'https://ca.linkedin.com/in/Joan-Whitcombe/',
		company: 'Harbour & Field',
		position: 'Copy chief',
		place: 'Toronto',
		zone: 'America/Toronto'
	});
	const person = await house.as(seePerson, { id });
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
		await expect(house.as(addPerson, { name: 'J. W.', ...address })).rejects.toMatchObject({
			code: 'people.same-person',
			fields: [{ field }],
			sentence: expect.stringContaining('Joan Whitcombe') as string
		});
	}
});

test('invalid input is refused at its field', async () => {
	const wrong = { name: ' ', email: 'nowhere', profile: 'example.org/x', zone: 'Lisbon' };
	await expect(house.as(addPerson, wrong)).rejects.toMatchObject({
		kind: 'invalid',
		fields: Object.keys(wrong).map((field) => expect.objectContaining({ field }) as unknown)
	});
});

test('a given id is idempotent for the same entry and refused for another', async () => {
	const id = newId();
	await house.as(addPerson, { id, name: 'Henrik Gren' });
	expect(await house.as(addPerson, { id, name: 'Henrik Gren' })).toMatchObject({ id });
	await expect(house.as(addPerson, { id, name: 'Somebody Else' })).rejects.toMatchObject({
		code: 'people.id-taken'
	});
});

test('a change is found by its new words, not by its old ones, and can be taken back', async () => {
	const { id } = await house.as(addPerson, {
		name: 'Saoirse Mulkearn',
		company: 'Moorland Review'
	});
	later();
	const changed = await house.as(changePerson, { id, company: 'Tideway Weekly', phone: '' });
	expect(changed.before).toEqual({ company: 'Moorland Review', phone: '' });
	const named = async (words: string) =>
		(await house.as(findPeople, { words })).people.map((p) => p.id);
	expect(await named('tideway')).toEqual([id]);
	expect(await named('moorland')).toEqual([]);
	later();
	await expect(
		house.as(changePerson, { id, place: 'Leeds', changedAt: '2020-01-01T00:00:00.000Z' })
	).rejects.toMatchObject({ code: 'people.changed-meanwhile' });
	await house.as(changePerson, { id, changedAt: changed.changedAt, company: 'Moorland Review' });
	expect(await named('moorland')).toEqual([id]);
	const nothing = await house.as(changePerson, { id, company: 'Moorland Review' });
	expect(nothing.before).toEqual({});
});

test('an address of somebody else cannot be taken by a change', async () => {
	const { id } = await house.as(addPerson, { name: 'Ruth Ellery' });
	await expect(house.as(changePerson, { id, email: 'joan@harbour.example' })).rejects.toMatchObject(
		{
			code: 'people.same-person'
		}
	);
});

test('do not contact is kept with its reason and lifted only by hand', async () => {
	const { id } = await house.as(addPerson, { name: 'Gustav Palmér', email: 'g@palmer.example' });
	await expect(house.as(doNotContact, { id, because: ' ' })).rejects.toMatchObject({
		fields: [{ field: 'because' }]
	});
	await house.as(doNotContact, { id, because: 'Asked on the phone' });
	await expect(house.as(doNotContact, { id, because: 'x' })).rejects.toMatchObject({
		code: 'people.marked-already'
	});
	const { because } = await house.as(allowContact, { id });
	expect(because).toBe('Asked on the phone');
	await expect(house.as(allowContact, { id })).rejects.toMatchObject({ code: 'people.not-marked' });
	expect((await house.as(seePerson, { id })).doNotContactAt).toBeNull();
});

test('the do-not-contact mark survives erasure and adding again', async () => {
	const email = 'leave@alone.example';
	const { id } = await house.as(addPerson, { name: 'Leave Alone', email });
	await house.as(doNotContact, { id, because: 'Asked' });
	await house.as(forgetPerson, { id });
	await expect(house.as(seePerson, { id })).rejects.toMatchObject({ code: 'person.missing' });
	const again = await house.as(addPerson, { name: 'L. Alone', email });
	expect(again.doNotContactAt).not.toBeNull();
	await house.as(allowContact, { id: again.id });
	const { id: other } = await house.as(addPerson, { name: 'Other', email: 'o@alone.example' });
	await house.as(doNotContact, { id: other, because: 'Asked' });
	await house.as(changePerson, { id: other, email: 'new@alone.example' });
	await house.as(forgetPerson, { id: other });
	const { id: third } = await house.as(addPerson, { name: 'Third' });
	await house.as(changePerson, { id: third, email: 'o@alone.example' });
	expect((await house.as(seePerson, { id: third })).doNotContactAt).not.toBeNull();
});

test('erasing leaves no row and no text, only keyed hashes', async () => {
	const { id } = await house.as(addPerson, {
		name: 'Zebulon Quixworth',
		email: 'zebulon@quixworth.example',
		company: 'Quixworth Bindery'
	});
	expect(await house.as(forgetPerson, { id })).toEqual({
		interviews: 0,
		messages: 0,
		introductions: 0,
		keptOutBy: 'address'
	});
	expect((await house.as(findPeople, { words: 'quixworth' })).people).toEqual([]);
	const tables = ['people', 'people_search', 'kept_out', 'events'] as const;
	for (const table of tables) {
		const rows = await house.open.selectFrom(table).selectAll().execute();
		expect(JSON.stringify(rows).toLowerCase()).not.toContain('quixworth');
	}
	const { doNotContactAt } = await house.as(addPerson, {
		name: 'Zebulon Quixworth',
		email: 'zebulon@quixworth.example'
	});
	expect(doNotContactAt).toBeNull();
});

test('forgetting needs a fresh sign-in', async () => {
	const stale = {
		...house.caller,
		actor: { kind: 'explorer', userId: 'x', fresh: false } as const
	};
	await expect(house.as(forgetPerson, { id: nobody }, stale)).rejects.toMatchObject({
		code: 'session.not-fresh'
	});
});

test('adding is undone until the person is used or changed', async () => {
	const { id } = await house.as(addPerson, { name: 'Short Visit' });
	await house.as(takeBackPerson, { id });
	await expect(house.as(seePerson, { id })).rejects.toMatchObject({ code: 'person.missing' });
	const { id: stays } = await house.as(addPerson, { name: 'Long Visit' });
	later();
	await house.as(changePerson, { id: stays, place: 'Lund' });
	await expect(house.as(takeBackPerson, { id: stays })).rejects.toMatchObject({
		code: 'people.lived'
	});
});

test('organizations are added once a kind, listed by name and renamed', async () => {
	const { id } = await house.as(addOrganization, {
		name: 'Society of Editors',
		kind: 'association'
	});
	const same = { name: 'society of éditors', kind: 'association' } as const;
	await expect(house.as(addOrganization, same)).rejects.toMatchObject({
		code: 'organizations.same'
	});
	const asked = { id: newId(), name: 'Society of Editors', kind: 'school' } as const;
	await house.as(addOrganization, asked);
	expect(await house.as(addOrganization, asked)).toEqual({ id: asked.id });
	await expect(house.as(addOrganization, { ...asked, name: 'Another' })).rejects.toMatchObject({
		code: 'organizations.id-taken'
	});
	expect(await house.as(renameOrganization, { id, name: 'Guild of Editors' })).toEqual({
		before: 'Society of Editors'
	});
	const listed = await house.as(listOrganizations, {});
	expect(listed.organizations.map(({ name }) => name)).toEqual(['Guild of Editors', asked.name]);
	const schools = await house.as(listOrganizations, { kind: 'school' });
	expect(schools.organizations).toHaveLength(1);
});

test('a person of another workspace is refused like a missing one by every operation', async () => {
	const other = await house.another('Nadia Ferreira');
	const { id } = await house.as(addPerson, { name: 'Hers Alone' }, other);
	const { id: organization } = await house.as(
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
			answers.push(await house.as(operation, input).catch((error: unknown) => error));
		}
		expect(answers[0], operation.name).toMatchObject({ kind: 'missing' });
		expect(answers[0]).toEqual(answers[1]);
	}
	const mine = await house.as(listPeople, { words: 'hers alone' });
	expect(mine.people).toEqual([]);
	expect((await house.as(listPeople, {}, other)).counts.all).toBe(1);
});

test('other features read visible people only', async () => {
	const { id, name } = await house.as(addPerson, { name: 'Seen Elsewhere' });
	const { actor, workspaceId } = house.caller;
	const scope = scopeFor(actor, 'read', workspaceId, house.app.database.read);
	expect(await personNamed(scope, id)).toMatchObject({ name, doNotContactAt: null });
	expect(await personNamed(scope, nobody)).toBeUndefined();
	expect(await countPeople(scope)).toBe((await house.as(listPeople, {})).counts.all);
});
