import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openSeason, type Season } from '#tests/support/season-parts.ts';
import { doNotContact } from '#features/people/operations.server.ts';
import { newId } from '#server/tokens.ts';
import {
	addRecipient,
	draftIntroductionRequest,
	endIntroductionRequest,
	listIntroductions,
	markAsked,
	noteRecipientAnswer,
	offerIntroduction,
	removeIntroductionRequest,
	removeRecipient,
	getIntroductionRequest,
	takeBackIntroduction,
	unendIntroductionRequest,
	unmarkAsked,
	unnoteRecipientAnswer,
	writeIntroductionRequest
} from './operations.server.ts';

let season: Season;
let requestId: string;
let people = 0;
beforeAll(async () => {
	season = await openSeason();
});
afterAll(() => season.close());
beforeEach(async () => {
	later();
	requestId = (await season.as(draftIntroductionRequest, { themeId: season.themeId })).id;
});

function later(): void {
	season.clock.set(new Date(Date.parse(season.clock.now()) + 60_000).toISOString());
}
async function connector(name = `Connector ${(people += 1)}`): Promise<string> {
	const personId = await season.addPerson(name);
	return (await season.as(addRecipient, { requestId, personId })).id;
}
const seen = () => season.as(getIntroductionRequest, { id: requestId });
const refused = (code: string) => ({ code });

test('an introduction request begins with the question and a text to forward', async () => {
	const request = await seen();
	expect(request.question).toBe('Do you know someone connected to magazine editing?');
	expect(request.text).toContain(request.question);
	expect(request.text).toContain('My name is Mara Lindqvist.');
	expect(request.text).toContain('What I have in mind: Editing. Small teams.');
});

test('the same id with the same theme is the same request, with another text it is refused', async () => {
	const id = newId();
	const request = { id, themeId: season.themeId, text: 'Do you?' };
	const begun = await season.as(draftIntroductionRequest, request);
	expect(begun).toEqual({ id, changedAt: season.clock.now() });
	expect(await season.as(draftIntroductionRequest, request)).toEqual(begun);
	await expect(
		season.as(draftIntroductionRequest, { ...request, text: 'Or?' })
	).rejects.toMatchObject(refused('introduction-request.other-body'));
});

test('only themes with a seat are asked about', async () => {
	await expect(
		season.as(draftIntroductionRequest, { themeId: season.parkedThemeId })
	).rejects.toMatchObject(refused('themes.not-open'));
	await expect(season.as(draftIntroductionRequest, { themeId: newId() })).rejects.toMatchObject(
		refused('theme.missing')
	);
});

test('the text is written, and not over a newer one', async () => {
	const { changedAt } = await seen();
	later();
	await season.as(writeIntroductionRequest, { id: requestId, text: 'One', changedAt });
	await expect(
		season.as(writeIntroductionRequest, { id: requestId, text: 'Two', changedAt })
	).rejects.toMatchObject(refused('introductionRequests.changed-since'));
	expect((await seen()).text).toBe('One');
});

test('marking as asked and noting an answer are both undone', async () => {
	const id = await connector();
	const { askedAt } = await season.as(markAsked, { id });
	await expect(season.as(markAsked, { id })).rejects.toMatchObject(
		refused('introductionRequests.asked-already')
	);
	await expect(season.as(removeRecipient, { id })).rejects.toMatchObject(
		refused('introductionRequests.asked-already')
	);
	await expect(season.as(removeIntroductionRequest, { id: requestId })).rejects.toMatchObject(
		refused('introductionRequests.asked-already')
	);
	later();
	const { answeredAt } = await season.as(noteRecipientAnswer, { id, answer: 'passed-on' });
	expect((await seen()).counts).toMatchObject({ people: 1, asked: 1, passedOn: 1, notNow: 0 });
	await expect(season.as(unmarkAsked, { id, askedAt })).rejects.toMatchObject(
		refused('introductionRequests.changed-since')
	);
	await expect(season.as(noteRecipientAnswer, { id, answer: 'not-now' })).rejects.toMatchObject(
		refused('introductionRequests.answered-already')
	);
	await season.as(unnoteRecipientAnswer, { id, answeredAt });
	await season.as(unmarkAsked, { id, askedAt });
	expect((await seen()).counts).toMatchObject({ people: 1, asked: 0, passedOn: 0 });
	await expect(season.as(unnoteRecipientAnswer, { id })).rejects.toMatchObject(
		refused('introductionRequests.changed-since')
	);
	await season.as(removeRecipient, { id });
	await season.as(removeIntroductionRequest, { id: requestId });
	await expect(seen()).rejects.toMatchObject(refused('introduction-request.missing'));
});

test('an answer without "I asked" says both, and takes both back', async () => {
	const id = await connector();
	const { answeredAt } = await season.as(noteRecipientAnswer, { id, answer: 'not-now' });
	expect((await seen()).recipients[0]).toMatchObject({ askedAt: answeredAt, answer: 'not-now' });
	await season.as(unnoteRecipientAnswer, { id, answeredAt });
	expect((await seen()).recipients[0]).toMatchObject({ askedAt: null, answer: null });
});

test('an introduction request refuses duplicates, people not to be contacted, and more than forty', async () => {
	const personId = await season.addPerson('Helen Marsh');
	const { id } = await season.as(addRecipient, { requestId, personId });
	expect(await season.as(addRecipient, { requestId, personId, id })).toEqual({
		id,
		name: 'Helen Marsh'
	});
	await expect(season.as(addRecipient, { requestId, personId })).rejects.toMatchObject(
		refused('introductionRequests.already-added')
	);
	const other = await season.addPerson('Another');
	await expect(season.as(addRecipient, { requestId, personId: other, id })).rejects.toMatchObject(
		refused('request-recipient.other-body')
	);
	const marked = await season.addPerson('Gustav Palmér', { doNotContact: true });
	await expect(season.as(addRecipient, { requestId, personId: marked })).rejects.toMatchObject(
		refused('people.do-not-contact')
	);
	for (let count = 1; count < 40; count += 1) await connector();
	await expect(connector()).rejects.toMatchObject({
		code: 'introductionRequests.forty-recipients',
		kind: 'conflict',
		fields: [{ field: 'personId' }]
	});
});

test('a person marked as not to be contacted meanwhile cannot be asked', async () => {
	const personId = await season.addPerson('Sofia Brandt');
	const { id } = await season.as(addRecipient, { requestId, personId });
	await season.as(doNotContact, { id: personId, because: 'Asked' });
	expect((await seen()).recipients[0]).toMatchObject({ mustNotBeContacted: true });
	await expect(season.as(markAsked, { id })).rejects.toMatchObject(
		refused('people.do-not-contact')
	);
});

test('an ended request refuses new people until it is reopened', async () => {
	const { changedAt } = await season.as(endIntroductionRequest, { id: requestId });
	await expect(connector()).rejects.toMatchObject(refused('introductionRequests.ended'));
	await expect(season.as(endIntroductionRequest, { id: requestId })).rejects.toMatchObject(
		refused('introductionRequests.noted-already')
	);
	await season.as(unendIntroductionRequest, { id: requestId, changedAt });
	await connector();
	await expect(season.as(unendIntroductionRequest, { id: requestId })).rejects.toMatchObject(
		refused('introductionRequests.changed-since')
	);
});

test('an introduction notes the answer, and taking it back takes the answer back', async () => {
	const asked = await connector('Karin Ekblad');
	await season.as(markAsked, { id: asked });
	later();
	const [{ personId } = { personId: '' }] = (await seen()).recipients;
	const { id, changedAt } = await season.as(offerIntroduction, {
		requestId,
		themeId: season.themeId,
		connectorId: personId,
		name: 'Joan Whitcombe',
		country: 'Canada'
	});
	expect((await seen()).counts).toMatchObject({ introduced: 1, introductions: 1 });
	const list = await season.as(listIntroductions, {});
	expect(list.introductionRequests[0]).toMatchObject({
		id: requestId,
		counts: { introduced: 1, introductions: 1 }
	});
	expect(list.success).toContain('from one country');
	await season.as(takeBackIntroduction, { id, changedAt });
	expect((await seen()).recipients[0]).toMatchObject({ answer: null });
	expect((await seen()).recipients[0]?.askedAt).not.toBeNull();
});

test('an introduction taken back leaves the answer that stood before, and that of another one', async () => {
	const id = await connector();
	const { recipients } = await seen();
	const connectorId = recipients[0]?.personId ?? '';
	const { answeredAt } = await season.as(noteRecipientAnswer, { id, answer: 'not-now' });
	season.clock.set(new Date(Date.parse(season.clock.now()) + 60_000).toISOString());
	const offer = { requestId, themeId: season.themeId, connectorId, name: 'Joan Whitcombe' };
	const first = await season.as(offerIntroduction, offer);
	expect(first.replaced).toEqual({ answer: 'not-now', answeredAt });
	const second = await season.as(offerIntroduction, { ...offer, name: 'Another' });
	await season.as(takeBackIntroduction, { id: first.id, changedAt: first.changedAt });
	expect((await seen()).recipients[0]).toMatchObject({ answer: 'introduced' });
	await season.as(takeBackIntroduction, { id: second.id, ...first.replaced });
	expect((await seen()).recipients[0]).toMatchObject({ answer: 'not-now', answeredAt });
});

test('before readiness an introduction request can be written but nobody marked as asked', async () => {
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
