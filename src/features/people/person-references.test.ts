import { afterEach, beforeEach, expect, test } from 'vitest';
import { openTestApp, type TestApp } from '#tests/support/app.ts';
import { newId } from '#server/tokens.ts';
import {
	addOrganization,
	addPerson,
	commitImport,
	findPeople,
	forgetPerson,
	readImport,
	getPerson,
	takeBackPerson,
	undoImport
} from './operations.server.ts';
import { everythingIn } from '#tests/support/everything.ts';

let testApp: TestApp;
let themeId: string;
beforeEach(async () => {
	testApp = await openTestApp();
	themeId = newId();
	await insert('themes', { id: themeId, title: 'T', opened_at: 'x', changed_at: 'x' });
});
afterEach(() => testApp.close());

type Value = string | number | null;

function insert(table: string, row: Record<string, Value>): Promise<void> {
	const values: Record<string, Value> = { workspace_id: testApp.caller.workspaceId, ...row };
	const names = Object.keys(values);
	const marks = names.map(() => '?').join(', ');
	const sql = `insert into ${table} (${names.join(', ')}) values (${marks})`;
	return testApp.raw.run(sql, ...Object.values(values));
}

const at = { changed_at: 'x' };

/** Adds a message that names the person. */
function message(interviewId: string, purpose: string, body: string): Promise<void> {
	const row = { interview_id: interviewId, purpose, subject: 'S', body, drafted_at: 'x' };
	return insert('messages', { id: newId(), ...row, ...at });
}

/** One row for each reference to a person outside the address book. */
const references: Record<string, (personId: string, name: string) => Promise<void>> = {
	'asked about a theme': async (personId) => {
		const requestId = newId();
		await insert('introduction_requests', {
			id: requestId,
			theme_id: themeId,
			text: 'Q',
			drafted_at: 'x',
			...at
		});
		const asked = { id: newId(), request_id: requestId, person_id: personId, added_at: 'x' };
		await insert('request_recipients', asked);
	},
	'a connector of an introduction': async (personId) => {
		const row = { theme_id: themeId, connector_id: personId, name: 'Another', offered_at: 'x' };
		await insert('introductions', { id: newId(), ...row, ...at });
	},
	'introduced by another': async (personId, name) => {
		const { id: connector } = await testApp.as(addPerson, { name: 'Karin Ekblad' });
		const row = { theme_id: themeId, connector_id: connector, name, about: `${name} edits` };
		await insert('introductions', {
			id: newId(),
			...row,
			person_id: personId,
			offered_at: 'x',
			...at
		});
	},
	'introduced by name alone': async (_, name) => {
		const { id: connector } = await testApp.as(addPerson, { name: 'Helen Marsh' });
		const row = { theme_id: themeId, connector_id: connector, name: name.toUpperCase() };
		await insert('introductions', { id: newId(), ...row, offered_at: 'x', ...at });
	},
	'met under the family name first': async (_, name) => {
		const eventId = newId();
		const row = { theme_id: themeId, title: 'Evening', on_day: '2026-12-01', added_at: 'x' };
		await insert('association_events', { id: eventId, ...row, ...at });
		const met = { event_id: eventId, name: name.split(' ').toReversed().join(', ') };
		await insert('met_people', { id: newId(), ...met, met_at: 'x' });
	},
	'asked for a consultation': async (_, name) => {
		const row = { coach: `${name} <zq@post.example>`, text: `Hello ${name},`, shares: '[]' };
		await insert('consultations', { id: newId(), ...row, drafted_at: 'x', ...at });
	},
	'an administrator of a school': async (personId) => {
		const { id } = await testApp.as(addOrganization, { name: 'Editing School', kind: 'school' });
		const row = { theme_id: themeId, organization_id: id, administrator_id: personId };
		await insert('schools', { id: newId(), ...row, added_at: 'x', ...at });
	},
	'met at an event': async (personId, name) => {
		const eventId = newId();
		const row = { theme_id: themeId, title: 'Evening', on_day: '2026-12-01', added_at: 'x' };
		await insert('association_events', { id: eventId, ...row, ...at });
		const met = { event_id: eventId, name, note: `${name} prints`, person_id: personId };
		await insert('met_people', { id: newId(), ...met, met_at: 'x' });
	},
	'named in a talk': async (personId, name) => {
		const { id: partner } = await testApp.as(addPerson, { name: 'Joan Whitcombe' });
		const interviewId = newId();
		const row = { person_id: partner, theme_id: themeId, channel: 'direct', wished_at: 'x' };
		await insert('interviews', { id: interviewId, ...row, ...at });
		const named = { interview_id: interviewId, name, person_id: personId, named_at: 'x' };
		await insert('named_people', { id: newId(), ...named });
	},
	'a connector of an interview': async (personId, name) => {
		const { id: partner } = await testApp.as(addPerson, { name: 'Petra Lund' });
		const row = { person_id: partner, theme_id: themeId, channel: 'network', wished_at: 'x' };
		const way = { connector_id: personId, connection: `${name} thought we should meet` };
		const interviewId = newId();
		await insert('interviews', { id: interviewId, ...row, ...way, ...at });
		await message(interviewId, 'request', `Hello Petra,\n\n${name} thought we should meet.`);
		await message(interviewId, 'thank-you', 'It was good of Zebulon to think of us both.');
		await message(interviewId, 'connector-thanks', 'Hello Zebulon, thank you for Petra.');
	}
};

test.each(Object.entries(references))('%s: nothing of it stays', async (_, leave) => {
	const name = 'Zebulon Quixworth';
	const { id } = await testApp.as(addPerson, { name, email: 'zq@post.example' });
	await testApp.raw.run("update people set family_key = 'quixworth zebulon' where id = ?", id);
	await leave(id, name);
	await testApp.as(forgetPerson, { id });
	const left = await everythingIn(testApp);
	for (const text of ['quixworth', 'zebulon', 'zq@post']) expect(left).not.toContain(text);
	// Only events, which hold no text, still have the id.
	const rows = await testApp.raw.all(
		"select about_id from audit_events where about_kind = 'person'"
	);
	expect(rows.map((row) => row.about_id)).toContain(id);
	for (const table of [
		'request_recipients',
		'introductions',
		'schools',
		'met_people',
		'named_people'
	]) {
		expect(JSON.stringify(await testApp.raw.all(`select * from ${table}`))).not.toContain(id);
	}
});

test('a person’s page leads to their interviews and introductions, the newest first', async () => {
	const { id } = await testApp.as(addPerson, { name: 'Petra Lund' });
	const { id: connector } = await testApp.as(addPerson, { name: 'Karin Ekblad' });
	const [closed, open, introduced] = [newId(), newId(), newId()];
	const interview = { person_id: id, theme_id: themeId, channel: 'network', ...at };
	const over = { wished_at: '2026-10-01T09:00:00.000Z', closed_at: '2026-10-20T09:00:00.000Z' };
	const asked = { wished_at: '2026-11-02T09:00:00.000Z', asked_at: '2026-11-03T09:00:00.000Z' };
	await insert('interviews', { id: closed, ...interview, ...over, closed_because: 'declined' });
	await insert('interviews', { id: open, ...interview, ...asked });
	const offered = { theme_id: themeId, connector_id: connector, name: 'Petra Lund' };
	const offeredAt = '2026-11-01T09:00:00.000Z';
	const row = { id: introduced, ...offered, person_id: id, offered_at: offeredAt, ...at };
	await insert('introductions', row);
	expect((await testApp.as(getPerson, { id })).related).toEqual([
		{ kind: 'interview', id: open, title: 'T', stage: 'Asked', at: asked.wished_at },
		{ kind: 'interview', id: closed, title: 'T', stage: 'Closed', at: over.wished_at },
		{
			kind: 'introduction',
			id: introduced,
			title: 'Introduction by Karin Ekblad',
			stage: 'Offered',
			at: offeredAt
		}
	]);
	expect((await testApp.as(getPerson, { id: connector })).related).toEqual([
		{
			kind: 'introduction',
			id: introduced,
			title: 'Introduction to Petra Lund',
			stage: 'Offered',
			at: offeredAt
		}
	]);
});

test('a text that went out stays without the name, and another’s words stay as they are', async () => {
	const { id } = await testApp.as(addPerson, { name: 'Jo Quixworth' });
	const { id: partner } = await testApp.as(addPerson, { name: 'Jo Lund' });
	const { id: third } = await testApp.as(addPerson, { name: 'Ada Quill' });
	const row = { person_id: partner, theme_id: themeId, channel: 'network', wished_at: 'x' };
	const [interviewId, another] = [newId(), newId()];
	const way = { connector_id: id, connection: 'We joined in the same year' };
	await insert('interviews', { id: interviewId, ...row, ...way, ...at });
	await insert('interviews', {
		...{ id: another, ...row, person_id: third, connection: 'A joiner’s page' },
		...at
	});
	await message(interviewId, 'request', 'Hello Jo,\n\njo quixworth thought we should meet.');
	await message(another, 'request', 'Hello Jo Quixworthy,');
	await testApp.as(forgetPerson, { id });
	const told = await testApp.raw.all('select body, changed_at from messages order by body');
	expect(told.map((each) => each.changed_at)).toEqual(['x', testApp.clock.now()]);
	expect(told.map(({ body }) => body)).toEqual([
		'Hello Jo Quixworthy,',
		'Hello Jo,\n\nSomeone thought we should meet.'
	]);
	const ways = await testApp.raw.all('select connection from interviews order by connection');
	expect(ways.map(({ connection }) => connection)).toEqual([
		'A joiner’s page',
		'We joined in the same year'
	]);
});

test('adding somebody and taking that back leaves what others say of that name', async () => {
	const { id: partner } = await testApp.as(addPerson, { name: 'Petra Lund' });
	const row = { person_id: partner, theme_id: themeId, channel: 'direct', wished_at: 'x' };
	const connection = 'Zebulon Quixworth thought we should meet';
	await insert('interviews', { id: newId(), ...row, connection, ...at });
	const { id } = await testApp.as(addPerson, { name: 'Zebulon Quixworth' });
	await testApp.as(takeBackPerson, { id });
	expect(await everythingIn(testApp)).toContain('quixworth');
	const again = await testApp.as(addPerson, { name: 'Zebulon Quixworth' });
	await testApp.as(forgetPerson, { id: again.id });
	expect(await everythingIn(testApp)).not.toContain('quixworth');
});

test('a consultation with a namesake whose address is another’s stays', async () => {
	const name = 'Ulla Berg';
	await testApp.as(addPerson, { name, email: 'ulla@one.example' });
	const { id } = await testApp.as(addPerson, { name, email: 'ulla@two.example' });
	const row = { text: 'Hello', shares: '[]', drafted_at: 'x', ...at };
	await insert('consultations', { id: newId(), coach: `${name} <Ulla@one.example>`, ...row });
	await insert('consultations', { id: newId(), coach: `${name} <ulla@two.example>`, ...row });
	await testApp.as(forgetPerson, { id });
	const left = await testApp.raw.all('select coach from consultations');
	expect(left.map(({ coach }) => coach)).toEqual([`${name} <Ulla@one.example>`]);
});

const linked = Object.entries(references).filter(
	([place]) => !/alone|first|consultation/.test(place)
);

test.each(linked)('%s: is not taken back', async (_, leave) => {
	const { id } = await testApp.as(addPerson, { name: 'Zebulon Quixworth' });
	await leave(id, 'Zebulon Quixworth');
	await expect(testApp.as(takeBackPerson, { id })).rejects.toMatchObject({ code: 'people.in-use' });
});

test('undoing an import keeps people asked since', async () => {
	const content =
		'First Name,Last Name,URL,Email Address,Company,Position,Connected On\n' +
		'Zebulon,Quixworth,,zq@post.example,Birch,Editor,\nAda,Quill,,,,,\n';
	const { id } = await testApp.as(readImport, { fileName: 'c.csv', content, encoding: 'text' });
	await testApp.settle();
	await testApp.as(commitImport, { id });
	const [person] = (await testApp.as(findPeople, { words: 'quixworth' })).people;
	await references['asked about a theme']?.(person?.id ?? '', '');
	expect(await testApp.as(undoImport, { id })).toMatchObject({ names: ['Zebulon Quixworth'] });
});

test('the deleted rows are counted before the erasure', async () => {
	const { id } = await testApp.as(addPerson, { name: 'Zebulon Quixworth' });
	await references['a connector of an introduction']?.(id, '');
	await references['introduced by another']?.(id, 'Zebulon Quixworth');
	const { goes } = await testApp.as(getPerson, { id });
	expect(goes).toEqual({ interviews: 0, messages: 0, introductions: 2 });
	expect(await testApp.as(forgetPerson, { id })).toMatchObject({ introductions: 2 });
});
