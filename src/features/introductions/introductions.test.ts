import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { closeInterview, removeInterview } from '#features/interviews/operations.server.ts';
import { getInterview } from '#features/interview-page/operations.server.ts';
import { openSeason, type Season } from '#tests/support/season-parts.ts';
import { addGoal, writeScript } from '#features/preparation/operations.server.ts';
import { forgetPerson, getPerson } from '#features/people/operations.server.ts';
import { everythingIn } from '#tests/support/everything.ts';
import { newId } from '#server/tokens.ts';
import {
	changeIntroduction,
	lapseIntroduction,
	listIntroductions,
	markAgreed,
	markIntroduced,
	offerIntroduction,
	planIntroduction,
	getIntroduction,
	getRates,
	takeBackIntroduction,
	unlapseIntroduction,
	unmarkAgreed,
	unmarkIntroduced,
	unplanIntroduction
} from './operations.server.ts';
import { introductionSteps } from './reads/introductions.server.ts';
import { scopeFor } from '#server/scope.server.ts';

let season: Season;
let connectorId: string;
let id: string;
let name: string;
let people = 0;
beforeAll(async () => {
	season = await openSeason();
	connectorId = await season.addPerson('Karin Ekblad');
});
afterAll(() => season.close());
beforeEach(async () => {
	people += 1;
	later();
	name = `Partner Number${people}`;
	id = (
		await season.as(offerIntroduction, {
			themeId: season.themeId,
			connectorId,
			name,
			about: 'Copy chief at Harbour & Field',
			country: 'Canada'
		})
	).id;
});

function later(): void {
	season.clock.set(new Date(Date.parse(season.clock.now()) + 60_000).toISOString());
}
const seen = () => season.as(getIntroduction, { id });
const refused = (code: string) => ({ code });
const changed = refused('introductions.changed-since');
const noted = refused('introductions.noted-already');
const scope = () =>
	scopeFor(season.caller.actor, 'read', season.caller.workspaceId, season.app.database.read);

test('offered, agreed and introduced are noted and undone', async () => {
	expect(await seen()).toMatchObject({ stage: 'offered', writeBy: null, country: 'Canada' });
	const agreed = await season.as(markAgreed, { id });
	const { agreedAt, writeBy, stage } = await seen();
	expect(stage).toBe('agreed');
	expect(Date.parse(writeBy ?? '') - Date.parse(agreedAt ?? '')).toBe(24 * 3_600_000);
	await expect(season.as(markAgreed, { id })).rejects.toMatchObject(noted);
	later();
	const introduced = await season.as(markIntroduced, { id });
	await expect(season.as(unmarkAgreed, agreed)).rejects.toMatchObject(changed);
	await season.as(unmarkIntroduced, { id, changedAt: introduced.changedAt });
	expect((await seen()).stage).toBe('agreed');
	await season.as(unmarkAgreed, { id });
	expect((await seen()).stage).toBe('offered');
});

test('introduced also sets agreed, and both are undone together', async () => {
	const { changedAt } = await season.as(markIntroduced, { id });
	expect(await seen()).toMatchObject({ stage: 'introduced', agreedAt: changedAt });
	await season.as(unmarkIntroduced, { id, changedAt });
	expect(await seen()).toMatchObject({ stage: 'offered', agreedAt: null });
});

test('lapsing is undone', async () => {
	const before = (await season.as(listIntroductions, {})).lapsed;
	const { changedAt } = await season.as(lapseIntroduction, { id });
	expect((await season.as(listIntroductions, {})).lapsed).toBe(before + 1);
	for (const operation of [markAgreed, markIntroduced]) {
		await expect(season.as(operation, { id })).rejects.toMatchObject(noted);
	}
	await expect(season.as(planIntroduction, { id })).rejects.toMatchObject(noted);
	await expect(season.as(takeBackIntroduction, { id })).rejects.toMatchObject(changed);
	await season.as(unlapseIntroduction, { id, changedAt });
	expect((await seen()).stage).toBe('offered');
});

test('planning makes the person and the interview in one step', async () => {
	await season.as(markAgreed, { id });
	const { interviewId } = await season.as(planIntroduction, { id });
	expect(await season.as(getInterview, { id: interviewId })).toMatchObject({
		person: { name, place: 'Canada' },
		channel: 'network',
		connection: 'Karin Ekblad thought we should meet',
		connector: { id: connectorId, name: 'Karin Ekblad' }
	});
	const { stage, personId } = await seen();
	expect(stage).toBe('led');
	const person = await season.as(getPerson, { id: personId ?? '' });
	expect(person.note).toBe('Copy chief at Harbour & Field');
	await expect(season.as(planIntroduction, { id })).rejects.toMatchObject(noted);
	await expect(season.as(lapseIntroduction, { id })).rejects.toMatchObject(noted);
	await expect(season.as(changeIntroduction, { id, about: 'x' })).rejects.toMatchObject(
		refused('introductions.led')
	);
});

test('undoing a plan deletes the added person if nothing depends on them', async () => {
	await season.as(markAgreed, { id });
	later();
	const first = await season.as(planIntroduction, { id });
	const { personId } = await seen();
	await season.as(unplanIntroduction, { id, changedAt: first.changedAt });
	expect(await seen()).toMatchObject({ stage: 'agreed', personId: null, interviewId: null });
	await expect(season.as(getPerson, { id: personId ?? '' })).rejects.toMatchObject(
		refused('person.missing')
	);
	const second = await season.as(planIntroduction, { id });
	await season.as(addGoal, { interviewId: second.interviewId, text: 'What a week looks like' });
	await expect(
		season.as(unplanIntroduction, { id, changedAt: second.changedAt })
	).rejects.toMatchObject(changed);
	expect((await seen()).stage).toBe('led');
});

test('a plan whose script is written is not taken back', async () => {
	const { interviewId, changedAt } = await season.as(planIntroduction, { id });
	await season.as(writeScript, { interviewId, text: 'I am Mara, and I love to edit.' });
	await expect(season.as(unplanIntroduction, { id, changedAt })).rejects.toMatchObject(changed);
});

test('a namesake not to be contacted is shown, and no duplicate is added', async () => {
	const marked = await season.addPerson(name, { doNotContact: true });
	expect((await seen()).namesakes).toEqual([{ id: marked, name, line: 'Toronto, do not contact' }]);
	await expect(season.as(planIntroduction, { id, personId: marked })).rejects.toMatchObject(
		refused('people.do-not-contact')
	);
});

test('somebody known already is the partner, and stays when the plan is taken back', async () => {
	const known = await season.addPerson(name);
	expect((await seen()).namesakes).toEqual([{ id: known, name, line: 'Toronto' }]);
	const { interviewId, changedAt } = await season.as(planIntroduction, { id, personId: known });
	expect((await season.as(getInterview, { id: interviewId })).person.id).toBe(known);
	await season.as(unplanIntroduction, { id, changedAt });
	expect((await season.as(getPerson, { id: known })).name).toBe(name);
	await expect(season.as(planIntroduction, { id, personId: connectorId })).rejects.toMatchObject(
		refused('interviews.connector-is-partner')
	);
	await expect(season.as(planIntroduction, { id, personId: newId() })).rejects.toMatchObject(
		refused('person.missing')
	);
});

test('an interview that is taken away leaves the introduction as its dates say', async () => {
	const { interviewId } = await season.as(planIntroduction, { id });
	await season.as(removeInterview, { id: interviewId });
	expect(await seen()).toMatchObject({ stage: 'agreed', interviewId: null });
	const { personId } = await seen();
	await season.as(planIntroduction, { id, personId });
	expect((await seen()).stage).toBe('led');
});

test('a change of an introduction is undone', async () => {
	const { changedAt } = await seen();
	later();
	const after = await season.as(changeIntroduction, { id, changedAt, country: 'Portugal' });
	await expect(
		season.as(changeIntroduction, { id, changedAt, country: 'Ghana' })
	).rejects.toMatchObject(changed);
	await season.as(changeIntroduction, { id, ...after.before, changedAt: after.changedAt });
	expect((await seen()).country).toBe('Canada');
});

test('the same id is the same introduction, another body is refused', async () => {
	const told = { about: 'Copy chief at Harbour & Field', country: 'Canada' };
	const own = { id, themeId: season.themeId, connectorId, name, ...told };
	expect(await season.as(offerIntroduction, own)).toMatchObject({ id });
	for (const field of ['name', 'about', 'country']) {
		await expect(
			season.as(offerIntroduction, { ...own, [field]: 'Another' })
		).rejects.toMatchObject(refused('introduction.other-body'));
	}
	for (const [field, code] of [
		['connectorId', 'person.missing'],
		['themeId', 'theme.missing'],
		['requestId', 'introduction-request.missing']
	] as const) {
		const input = { ...own, id: newId(), [field]: newId() };
		await expect(season.as(offerIntroduction, input)).rejects.toMatchObject(refused(code));
	}
});

test('today is told who said yes, until they are written to or it lapses', async () => {
	const waiting = async () =>
		(await introductionSteps(scope())).introductionsToWrite.filter((each) => each.id === id);
	expect(await waiting()).toEqual([]);
	await season.as(markAgreed, { id });
	expect(await waiting()).toMatchObject([{ name, connectorName: 'Karin Ekblad' }]);
	const { changedAt } = await season.as(lapseIntroduction, { id });
	expect(await waiting()).toEqual([]);
	await season.as(unlapseIntroduction, { id, changedAt });
	await season.as(planIntroduction, { id });
	expect(await waiting()).toEqual([]);
});

test('connectors, partners and rates come from the interviews', async () => {
	const { interviewId } = await season.as(planIntroduction, { id });
	const list = await season.as(listIntroductions, {});
	const connector = list.connectors.find((each) => each.id === connectorId);
	expect(connector?.partners).toContainEqual({
		key: interviewId,
		href: `/interviews/${interviewId}`,
		name,
		theme: { title: 'Magazine editing', seat: 1 },
		state: 'asked'
	});
	expect(list.lede).toMatch(/came through one person/);
	const network = async () =>
		(await season.as(getRates, {})).channels.find(({ channel }) => channel === 'network');
	const before = await network();
	const asked = await season.asked(`Asked Number${people}`);
	const waits = await network();
	expect([waits?.asked, waits?.open]).toEqual([(before?.asked ?? 0) + 1, (before?.open ?? 0) + 1]);
	expect(waits?.mean).toBe(before?.mean);
	await season.as(closeInterview, { id: asked, reason: 'declined' });
	await season.as(closeInterview, { id: interviewId, reason: 'declined' });
	const closed = (await season.as(listIntroductions, {})).connectors.flatMap(
		(each) => each.partners
	);
	expect(closed.find(({ key }) => key === interviewId)).toMatchObject({ state: 'closed' });
	expect((await network())?.mean).toBeLessThan(before?.mean ?? 0);
	expect((await season.as(getRates, {})).asked).toBe((await network())?.asked);
});

test('erasing a partner or connector deletes their introductions', async () => {
	const connector = await season.addPerson('Zebulon Quixworth');
	const offered = await season.as(offerIntroduction, {
		themeId: season.themeId,
		connectorId: connector,
		name: 'Ysolde Vexley',
		about: 'Prints by hand'
	});
	await season.as(planIntroduction, { id: offered.id });
	const { personId } = await season.as(getIntroduction, { id: offered.id });
	await season.as(forgetPerson, { id: personId ?? '' });
	expect(await everythingIn(season)).not.toMatch(/vexley|ysolde|prints by hand/);
	await season.as(forgetPerson, { id: connector });
	expect(await everythingIn(season)).not.toMatch(/quixworth|zebulon/);
});
