import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { getInterview } from '#features/interview-page/operations.server.ts';
import { openSeason, type Season } from '#tests/support/season-parts.ts';
import { getPerson } from '#features/people/operations.server.ts';
import { scopeFor } from '#server/scope.server.ts';
import { newId } from '#server/tokens.ts';
import {
	addEvent,
	attendEvent,
	callOffEvent,
	changeEvent,
	followUp,
	skipFollowUp,
	listEvents,
	markGuestAsked,
	markInvited,
	meetPerson,
	removeEvent,
	getEvent,
	unattendEvent,
	uncallOffEvent,
	unfollowUp,
	unskipFollowUp,
	unmarkGuestAsked,
	unmarkInvited,
	unmeetPerson
} from './operations.server.ts';
import { introductionSteps } from './reads/introductions.server.ts';

let season: Season;
let id: string;
let events = 0;
beforeAll(async () => {
	season = await openSeason();
});
afterAll(() => season.close());
beforeEach(async () => {
	events += 1;
	later();
	const event = { themeId: season.themeId, title: `Evening ${events}`, onDay: '2026-12-03' };
	const associationName = 'Society of Editors';
	id = (await season.as(addEvent, { ...event, associationName })).id;
});

function later(): void {
	season.clock.set(new Date(Date.parse(season.clock.now()) + 60_000).toISOString());
}
const seen = () => season.as(getEvent, { id });
const meet = (name = `Callum Firth${events}`) =>
	season.as(meetPerson, { eventId: id, name, note: 'Runs the standards desk' });
const refused = (code: string) => ({ code });
const changed = refused('events.changed-since');
const steps = (today?: string) => {
	const { actor, workspaceId } = season.caller;
	return introductionSteps(scopeFor(actor, 'read', workspaceId, season.app.database.read), today);
};

test('an event has a plan and a text that asks to attend as a guest', async () => {
	expect(await seen()).toMatchObject({
		association: { name: 'Society of Editors' },
		stage: 'planned',
		openingLine: expect.stringContaining('magazine editing') as string
	});
	expect((await seen()).text).toContain(
		`Evening ${events} on 3 December, organised by Society of Editors. May I attend as a guest?`
	);
	await season.as(changeEvent, {
		id,
		lookFor: 'Whoever edits features',
		associationName: '',
		onDay: '2026-12-04'
	});
	expect(await seen()).toMatchObject({
		association: null,
		lookFor: 'Whoever edits features',
		onDay: '2026-12-04',
		title: `Evening ${events}`
	});
	await expect(
		season.as(changeEvent, { id, title: 'x', changedAt: 'older' })
	).rejects.toMatchObject(changed);
	await expect(season.as(changeEvent, { id, themeId: season.parkedThemeId })).rejects.toMatchObject(
		refused('themes.not-open')
	);
});

test('asked, invited and attended are noted and undone', async () => {
	const asked = await season.as(markGuestAsked, { id });
	later();
	const invited = await season.as(markInvited, { id });
	await expect(season.as(unmarkGuestAsked, asked)).rejects.toMatchObject(changed);
	later();
	const attended = await season.as(attendEvent, { id });
	expect((await seen()).stage).toBe('attended');
	await expect(season.as(callOffEvent, { id })).rejects.toMatchObject(
		refused('events.noted-already')
	);
	await expect(season.as(unmarkInvited, invited)).rejects.toMatchObject(changed);
	await season.as(unattendEvent, attended);
	await expect(season.as(removeEvent, { id })).rejects.toMatchObject(
		refused('events.asked-already')
	);
	await season.as(unmarkInvited, { id });
	await season.as(unmarkGuestAsked, { id });
	await season.as(removeEvent, { id });
	await expect(seen()).rejects.toMatchObject(refused('event.missing'));
});

test('calling off an event is undone', async () => {
	const { changedAt } = await season.as(callOffEvent, { id });
	await expect(season.as(markInvited, { id })).rejects.toMatchObject(
		refused('events.noted-already')
	);
	expect((await steps()).eventsAhead.map((event) => event.id)).not.toContain(id);
	await season.as(uncallOffEvent, { id, changedAt });
	expect((await steps('2026-11-23')).eventsAhead.map((event) => event.id)).toContain(id);
	expect((await steps('2026-12-04')).eventsAhead.map((event) => event.id)).not.toContain(id);
});

test('adding a person met also notes the attendance', async () => {
	const met = await meet();
	const own = { eventId: id, ...met, note: 'Runs the standards desk' };
	expect(await season.as(meetPerson, own)).toEqual(met);
	for (const field of ['name', 'note']) {
		await expect(season.as(meetPerson, { ...own, [field]: 'Another' })).rejects.toMatchObject(
			refused('met-person.other-body')
		);
	}
	expect(await seen()).toMatchObject({ stage: 'attended', met: 1, left: 1 });
	const gone = await season.as(unmeetPerson, { id: met.id });
	expect((await seen()).people).toEqual([]);
	await season.as(meetPerson, gone);
	expect((await seen()).people).toMatchObject([{ id: met.id, note: 'Runs the standards desk' }]);
});

test('follow-ups are due the next day and go one by one', async () => {
	const first = await meet('First Met');
	const second = await meet('Second Met');
	const due = async () => (await steps()).followUps.find((each) => each.eventId === id);
	expect(await due()).toMatchObject({ onDay: '2026-12-03', dueOn: '2026-12-04', left: 2, of: 2 });
	const { followUpSkippedAt } = await season.as(skipFollowUp, { id: first.id });
	expect(await due()).toMatchObject({ left: 1, of: 2 });
	await expect(season.as(followUp, { id: first.id })).rejects.toMatchObject(
		refused('events.done-already')
	);
	await expect(season.as(unmeetPerson, { id: first.id })).rejects.toMatchObject(changed);
	await season.as(unskipFollowUp, { id: first.id, followUpSkippedAt });
	await expect(season.as(unskipFollowUp, { id: first.id })).rejects.toMatchObject(changed);
	await season.as(skipFollowUp, { id: first.id });
	const { interviewId } = await season.as(followUp, { id: second.id });
	expect(await due()).toBeUndefined();
	expect(await season.as(getInterview, { id: interviewId })).toMatchObject({
		channel: 'association',
		organization: { name: 'Society of Editors' },
		connection: `We met at Evening ${events}`
	});
	const { events: listed } = await season.as(listEvents, {});
	expect(listed.find((event) => event.id === id)).toMatchObject({ met: 2, left: 0 });
	expect((await seen()).people.map((each) => each.interviewId)).toEqual([null, interviewId]);
});

test('a follow-up is taken back with the person it brought', async () => {
	const met = await meet();
	const { followedUpAt } = await season.as(followUp, { id: met.id });
	const [{ personId } = { personId: '' }] = (await seen()).people;
	await expect(
		season.as(unfollowUp, { id: met.id, followedUpAt: '2020-01-01T00:00:00.000Z' })
	).rejects.toMatchObject(changed);
	await season.as(unfollowUp, { id: met.id, followedUpAt });
	expect((await seen()).people).toMatchObject([{ personId: null, followedUpAt: null }]);
	await expect(season.as(getPerson, { id: personId ?? '' })).rejects.toMatchObject(
		refused('person.missing')
	);
});

test('somebody of the address book is offered by name and taken as the partner', async () => {
	const met = await meet();
	const known = await season.addPerson(met.name);
	expect((await seen()).people[0]?.namesakes).toEqual([
		{ id: known, name: met.name, line: 'Toronto' }
	]);
	await season.as(followUp, { id: met.id, personId: known });
	expect((await seen()).people[0]).toMatchObject({ personId: known, namesakes: [] });
});

test('the same id is the same event; what is no date or no title is refused at its field', async () => {
	const day = { title: `Evening ${events}`, onDay: '2026-12-03' };
	const own = { id, themeId: season.themeId, ...day, associationName: 'Society of Editors' };
	expect(await season.as(addEvent, own)).toMatchObject({ id });
	for (const field of ['title', 'associationName', 'place', 'lookFor', 'openingLine']) {
		await expect(season.as(addEvent, { ...own, [field]: 'Another' })).rejects.toMatchObject(
			refused('event.other-body')
		);
	}
	const wrong = { ...own, id: newId(), title: ' ', onDay: 'soon' };
	await expect(season.as(addEvent, wrong)).rejects.toMatchObject({
		fields: [{ field: 'title' }, { field: 'onDay' }]
	});
});
