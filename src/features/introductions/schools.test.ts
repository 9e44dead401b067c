import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { getInterview } from '#features/interview-page/operations.server.ts';
import { openSeason, type Season } from '#tests/support/season-parts.ts';
import { listOrganizations, getPerson } from '#features/people/operations.server.ts';
import { scopeFor } from '#server/scope.server.ts';
import { newId } from '#server/tokens.ts';
import {
	addSchool,
	changeSchool,
	declineSchool,
	listSchools,
	markSchoolAnswered,
	markSchoolAsked,
	markSchoolConnected,
	planAlumniTalk,
	removeSchool,
	getRates,
	getSchool,
	undeclineSchool,
	unmarkSchoolAnswered,
	unmarkSchoolAsked,
	unmarkSchoolConnected,
	unplanAlumniTalk
} from './operations.server.ts';
import { introductionSteps } from './reads/introductions.server.ts';

let season: Season;
let id: string;
let name: string;
let schools = 0;
beforeAll(async () => {
	season = await openSeason();
});
afterAll(() => season.close());
beforeEach(async () => {
	schools += 1;
	later();
	name = `Editing School ${schools}`;
	id = (await season.as(addSchool, { themeId: season.themeId, name, training: 'The copy course' }))
		.id;
});

function later(): void {
	season.clock.set(new Date(Date.parse(season.clock.now()) + 60_000).toISOString());
}
const seen = () => season.as(getSchool, { id });
const refused = (code: string) => ({ code });

test('a school brings its organization, and is here once for a theme', async () => {
	const { organizations } = await season.as(listOrganizations, { kind: 'school' });
	expect(organizations.map((each) => each.name)).toContain(name);
	const again = { themeId: season.themeId, name: name.toUpperCase() };
	await expect(season.as(addSchool, again)).rejects.toMatchObject(refused('schools.same'));
	const own = { id, themeId: season.themeId, name, training: 'The copy course' };
	expect(await season.as(addSchool, own)).toEqual({ id, name, changedAt: season.clock.now() });
	for (const field of ['name', 'training']) {
		await expect(season.as(addSchool, { ...own, [field]: 'Another' })).rejects.toMatchObject(
			refused('school.other-body')
		);
	}
	await expect(season.as(addSchool, { themeId: season.parkedThemeId, name })).rejects.toMatchObject(
		refused('themes.not-open')
	);
});

test('the text greets whom one writes to and names the training', async () => {
	const administratorId = await season.addPerson('Else Holm');
	const before = await seen();
	expect(before.text).toMatch(/^Hello,[^]*the copy course at Editing School/);
	const after = await season.as(changeSchool, { id, administratorId });
	expect((await seen()).text).toMatch(/^Hello Else,/);
	expect((await seen()).administrator).toEqual({ id: administratorId, name: 'Else Holm' });
	await expect(
		season.as(changeSchool, { id, training: 'x', changedAt: 'older' })
	).rejects.toMatchObject(refused('schools.changed-since'));
	await season.as(changeSchool, { id, administratorId: null, changedAt: after.changedAt });
	expect((await seen()).administrator).toBeNull();
	const marked = await season.addPerson('Gustav Palmér', { doNotContact: true });
	for (const [personId, code] of [
		[marked, 'people.do-not-contact'],
		[newId(), 'person.missing']
	] as const) {
		await expect(season.as(changeSchool, { id, administratorId: personId })).rejects.toMatchObject(
			refused(code)
		);
	}
});

test('asked, answered and connected are noted and undone', async () => {
	const asked = await season.as(markSchoolAsked, { id });
	await expect(season.as(markSchoolAsked, { id })).rejects.toMatchObject(
		refused('schools.noted-already')
	);
	await expect(season.as(removeSchool, { id })).rejects.toMatchObject(
		refused('schools.asked-already')
	);
	later();
	const answered = await season.as(markSchoolAnswered, { id });
	await expect(season.as(unmarkSchoolAsked, asked)).rejects.toMatchObject(
		refused('schools.changed-since')
	);
	later();
	const connected = await season.as(markSchoolConnected, { id });
	expect((await seen()).stage).toBe('connected');
	await expect(season.as(declineSchool, { id })).rejects.toMatchObject(
		refused('schools.noted-already')
	);
	await season.as(unmarkSchoolConnected, connected);
	expect((await seen()).answeredAt).toBe(answered.changedAt);
	await season.as(unmarkSchoolAnswered, { id });
	await season.as(unmarkSchoolAsked, { id });
	expect((await seen()).stage).toBe('to-ask');
	const gone = await season.as(removeSchool, { id });
	await season.as(addSchool, { ...gone, administratorId: null });
	expect((await seen()).training).toBe('The copy course');
});

test('a no is undone with the dates that were set at the same time', async () => {
	const { changedAt } = await season.as(declineSchool, { id });
	for (const operation of [markSchoolAnswered, markSchoolConnected]) {
		await expect(season.as(operation, { id })).rejects.toMatchObject(
			refused('schools.noted-already')
		);
	}
	await season.as(undeclineSchool, { id, changedAt });
	expect(await seen()).toMatchObject({ stage: 'to-ask', askedAt: null, answeredAt: null });
});

test('a connected school leads to talks with its alumni, which it then shows', async () => {
	const talk = { id, name: `Alumna ${schools}`, about: 'Finished in 2019' };
	await expect(season.as(planAlumniTalk, talk)).rejects.toMatchObject(
		refused('schools.not-connected')
	);
	await season.as(markSchoolConnected, { id });
	const { interviewId, personId } = await season.as(planAlumniTalk, talk);
	expect(await season.as(getInterview, { id: interviewId })).toMatchObject({
		channel: 'school',
		organization: { name },
		connection: `${name} connected us`
	});
	const alumni = [{ id: interviewId, personName: talk.name, stage: 'to-ask' }];
	expect((await seen()).alumni).toEqual(alumni);
	const { schools: listed } = await season.as(listSchools, {});
	expect(listed.find((each) => each.id === id)?.alumni).toEqual(alumni);
	await expect(season.as(unplanAlumniTalk, { id, interviewId: newId() })).rejects.toMatchObject(
		refused('interview.missing')
	);
	await season.as(unplanAlumniTalk, { id, interviewId });
	expect((await seen()).alumni).toEqual([]);
	await expect(season.as(getPerson, { id: personId })).rejects.toMatchObject(
		refused('person.missing')
	);
});

test('an alumni interview is refused for the name of a person not to be contacted', async () => {
	const talk = { id, name: `Marked Number${schools}` };
	await season.addPerson(talk.name, { doNotContact: true });
	await season.as(markSchoolConnected, { id });
	await expect(season.as(planAlumniTalk, talk)).rejects.toMatchObject({
		...refused('people.do-not-contact'),
		fields: [{ field: 'name' }]
	});
});

test('today and the tabs are told which schools wait', async () => {
	const { actor, workspaceId } = season.caller;
	const steps = () =>
		introductionSteps(scopeFor(actor, 'read', workspaceId, season.app.database.read));
	expect((await steps()).schoolsToAsk).toContainEqual({ id, name });
	const { open } = await season.as(getRates, {});
	await season.as(markSchoolConnected, { id });
	expect((await steps()).schoolsToAsk).not.toContainEqual({ id, name });
	expect((await season.as(getRates, {})).open.schools).toBe(open.schools - 1);
});
