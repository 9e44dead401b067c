import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openSeason, type Season } from '#tests/support/season-parts.ts';
import { doNotContact } from '#features/people/operations.server.ts';
import { newId } from '#server/secrets.ts';
import {
	addToAsk,
	beginAsk,
	endAsk,
	listIntroductions,
	markAsked,
	noteAskAnswer,
	offerIntroduction,
	removeAsk,
	removeFromAsk,
	getAsk,
	takeBackIntroduction,
	unendAsk,
	unmarkAsked,
	unnoteAskAnswer,
	writeAsk
} from './operations.server.ts';

let season: Season;
let askId: string;
let people = 0;
beforeAll(async () => {
	season = await openSeason();
});
afterAll(() => season.close());
beforeEach(async () => {
	later();
	askId = (await season.as(beginAsk, { themeId: season.themeId })).id;
});

function later(): void {
	season.clock.set(new Date(Date.parse(season.clock.now()) + 60_000).toISOString());
}
async function connector(name = `Connector ${(people += 1)}`): Promise<string> {
	const personId = await season.addPerson(name);
	return (await season.as(addToAsk, { askId, personId })).id;
}
const seen = () => season.as(getAsk, { id: askId });
const refused = (code: string) => ({ code });

test('an ask begins with the question and a text to forward', async () => {
	const ask = await seen();
	expect(ask.question).toBe('Do you know someone connected to magazine editing?');
	expect(ask.text).toContain(ask.question);
	expect(ask.text).toContain('My name is Mara Lindqvist.');
	expect(ask.text).toContain('What I mean by it: Editing. Small teams.');
});

test('the same id with the same theme is the same ask, with another text it is refused', async () => {
	const id = newId();
	const ask = { id, themeId: season.themeId, text: 'Do you?' };
	const begun = await season.as(beginAsk, ask);
	expect(begun).toEqual({ id, changedAt: season.clock.now() });
	expect(await season.as(beginAsk, ask)).toEqual(begun);
	await expect(season.as(beginAsk, { ...ask, text: 'Or?' })).rejects.toMatchObject(
		refused('ask.other-body')
	);
});

test('only themes with a seat are asked about', async () => {
	await expect(season.as(beginAsk, { themeId: season.parkedThemeId })).rejects.toMatchObject(
		refused('themes.not-open')
	);
	await expect(season.as(beginAsk, { themeId: newId() })).rejects.toMatchObject(
		refused('theme.missing')
	);
});

test('the text is written, and not over a newer one', async () => {
	const { changedAt } = await seen();
	later();
	await season.as(writeAsk, { id: askId, text: 'One', changedAt });
	await expect(season.as(writeAsk, { id: askId, text: 'Two', changedAt })).rejects.toMatchObject(
		refused('asks.changed-since')
	);
	expect((await seen()).text).toBe('One');
});

test('marking as asked and noting an answer are both undone', async () => {
	const id = await connector();
	const { askedAt } = await season.as(markAsked, { id });
	await expect(season.as(markAsked, { id })).rejects.toMatchObject(refused('asks.asked-already'));
	await expect(season.as(removeFromAsk, { id })).rejects.toMatchObject(
		refused('asks.asked-already')
	);
	await expect(season.as(removeAsk, { id: askId })).rejects.toMatchObject(
		refused('asks.asked-already')
	);
	later();
	const { answeredAt } = await season.as(noteAskAnswer, { id, answer: 'passed-on' });
	expect((await seen()).counts).toMatchObject({ people: 1, asked: 1, passedOn: 1, notNow: 0 });
	await expect(season.as(unmarkAsked, { id, askedAt })).rejects.toMatchObject(
		refused('asks.changed-since')
	);
	await expect(season.as(noteAskAnswer, { id, answer: 'not-now' })).rejects.toMatchObject(
		refused('asks.answered-already')
	);
	await season.as(unnoteAskAnswer, { id, answeredAt });
	await season.as(unmarkAsked, { id, askedAt });
	expect((await seen()).counts).toMatchObject({ people: 1, asked: 0, passedOn: 0 });
	await expect(season.as(unnoteAskAnswer, { id })).rejects.toMatchObject(
		refused('asks.changed-since')
	);
	await season.as(removeFromAsk, { id });
	await season.as(removeAsk, { id: askId });
	await expect(seen()).rejects.toMatchObject(refused('ask.missing'));
});

test('an answer without "I asked" says both, and takes both back', async () => {
	const id = await connector();
	const { answeredAt } = await season.as(noteAskAnswer, { id, answer: 'not-now' });
	expect((await seen()).people[0]).toMatchObject({ askedAt: answeredAt, answer: 'not-now' });
	await season.as(unnoteAskAnswer, { id, answeredAt });
	expect((await seen()).people[0]).toMatchObject({ askedAt: null, answer: null });
});

test('an ask refuses duplicates, people not to be contacted, and more than forty', async () => {
	const personId = await season.addPerson('Helen Marsh');
	const { id } = await season.as(addToAsk, { askId, personId });
	expect(await season.as(addToAsk, { askId, personId, id })).toEqual({ id, name: 'Helen Marsh' });
	await expect(season.as(addToAsk, { askId, personId })).rejects.toMatchObject(
		refused('asks.in-it')
	);
	const other = await season.addPerson('Another');
	await expect(season.as(addToAsk, { askId, personId: other, id })).rejects.toMatchObject(
		refused('asked-person.other-body')
	);
	const marked = await season.addPerson('Gustav Palmér', { doNotContact: true });
	await expect(season.as(addToAsk, { askId, personId: marked })).rejects.toMatchObject(
		refused('people.do-not-contact')
	);
	for (let count = 1; count < 40; count += 1) await connector();
	await expect(connector()).rejects.toMatchObject({
		code: 'asks.forty-asked',
		kind: 'conflict',
		fields: [{ field: 'personId' }]
	});
});

test('a person marked as not to be contacted meanwhile cannot be asked', async () => {
	const personId = await season.addPerson('Sofia Brandt');
	const { id } = await season.as(addToAsk, { askId, personId });
	await season.as(doNotContact, { id: personId, because: 'Asked' });
	expect((await seen()).people[0]).toMatchObject({ mustNotBeContacted: true });
	await expect(season.as(markAsked, { id })).rejects.toMatchObject(
		refused('people.do-not-contact')
	);
});

test('an ended ask refuses new people until it is reopened', async () => {
	const { changedAt } = await season.as(endAsk, { id: askId });
	await expect(connector()).rejects.toMatchObject(refused('asks.ended'));
	await expect(season.as(endAsk, { id: askId })).rejects.toMatchObject(
		refused('asks.noted-already')
	);
	await season.as(unendAsk, { id: askId, changedAt });
	await connector();
	await expect(season.as(unendAsk, { id: askId })).rejects.toMatchObject(
		refused('asks.changed-since')
	);
});

test('an introduction notes the answer, and taking it back takes the answer back', async () => {
	const asked = await connector('Karin Ekblad');
	await season.as(markAsked, { id: asked });
	later();
	const [{ personId } = { personId: '' }] = (await seen()).people;
	const { id, changedAt } = await season.as(offerIntroduction, {
		askId,
		themeId: season.themeId,
		connectorId: personId,
		name: 'Joan Whitcombe',
		country: 'Canada'
	});
	expect((await seen()).counts).toMatchObject({ introduced: 1, introductions: 1 });
	const list = await season.as(listIntroductions, {});
	expect(list.asks[0]).toMatchObject({ id: askId, counts: { introduced: 1, introductions: 1 } });
	expect(list.success).toContain('from one country');
	await season.as(takeBackIntroduction, { id, changedAt });
	expect((await seen()).people[0]).toMatchObject({ answer: null });
	expect((await seen()).people[0]?.askedAt).not.toBeNull();
});

test('an introduction taken back leaves the answer that stood before, and that of another one', async () => {
	const id = await connector();
	const { people: asked } = await seen();
	const connectorId = asked[0]?.personId ?? '';
	const { answeredAt } = await season.as(noteAskAnswer, { id, answer: 'not-now' });
	season.clock.set(new Date(Date.parse(season.clock.now()) + 60_000).toISOString());
	const offer = { askId, themeId: season.themeId, connectorId, name: 'Joan Whitcombe' };
	const first = await season.as(offerIntroduction, offer);
	expect(first.replaced).toEqual({ answer: 'not-now', answeredAt });
	const second = await season.as(offerIntroduction, { ...offer, name: 'Another' });
	await season.as(takeBackIntroduction, { id: first.id, changedAt: first.changedAt });
	expect((await seen()).people[0]).toMatchObject({ answer: 'introduced' });
	await season.as(takeBackIntroduction, { id: second.id, ...first.replaced });
	expect((await seen()).people[0]).toMatchObject({ answer: 'not-now', answeredAt });
});

test('before readiness an ask can be written but nobody marked as asked', async () => {
	const id = await connector();
	await season.raw.run('update self_notes set kind = kind || kind');
	await season.raw.run("update themes set activity = ''");
	await expect(season.as(markAsked, { id })).rejects.toMatchObject({
		code: 'outreach.too-soon',
		kind: 'too-soon'
	});
	await season.raw.run("update themes set activity = 'Editing'");
	await season.as(markAsked, { id });
});
