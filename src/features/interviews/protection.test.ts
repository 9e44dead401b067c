import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTheme, parkTheme, unparkTheme } from '#features/clarity/operations.server.ts';
import { draftMessage, markSent, writeMessage } from '#features/outreach/operations.server.ts';
import { allowContact, doNotContact, getPerson } from '#features/people/operations.server.ts';
import { newId } from '#server/tokens.ts';
import {
	changeInterview,
	closeInterview,
	planInterview,
	reopenInterview,
	uncloseInterview
} from './operations.server.ts';
import { listInterviews, todayFacts } from '#features/today/operations.server.ts';
import { getInterview } from '#features/interview-page/operations.server.ts';
import { goodText, openSeason, type Season } from '#tests/support/season-parts.ts';

let season: Season;
beforeAll(async () => {
	season = await openSeason('2026-11-09T08:00:00.000Z');
});
afterAll(() => season.close());

const partnerOf = async (id: string) => (await season.as(getInterview, { id })).person.id;
const marked = async (id: string) =>
	(await season.as(getPerson, { id: await partnerOf(id) })).doNotContactAt !== null;
const protect = async (id: string) =>
	season.as(doNotContact, { id: await partnerOf(id), because: 'Said so' });
const stepsAbout = async (id: string) => {
	const { today } = await season.as(todayFacts, {});
	return [today.first, ...today.also, ...today.folded]
		.filter((step) => step?.about?.id === id)
		.map((step) => step?.code);
};
const cardOf = async (id: string) => {
	const { columns } = await season.as(listInterviews, {});
	return columns.flatMap(({ cards }) => cards).find((card) => card.id === id)?.next.words;
};

test('a mark reaches Today, the board and the thread, before asking and while waiting', async () => {
	season.clock.set('2026-11-09T08:00:00.000Z');
	const planned = await season.prepared('Ada Planned');
	const asked = await season.asked('Bo Asked');
	season.clock.set('2026-11-20T08:00:00.000Z');
	expect(await stepsAbout(planned)).toEqual(['ask']);
	expect(await stepsAbout(asked)).toEqual(['follow-up']);
	await protect(planned);
	await protect(asked);
	expect(await stepsAbout(planned)).toEqual([]);
	expect(await stepsAbout(asked)).toEqual(['close']);
	expect(await cardOf(planned)).toBe('Do not contact');
	expect(await cardOf(asked)).toBe('Do not contact: close interview');
	const seen = await season.as(getInterview, { id: asked });
	expect(seen.cadence).toMatchObject({
		secondPersonOn: null,
		followUpOn: null,
		closeOn: '2026-11-20'
	});
	await season.as(closeInterview, { id: asked, reason: 'other' });
});

test('who asked to be forgotten is marked by the closing, and by nothing less', async () => {
	const id = await season.asked('Cleo Forgotten');
	await season.as(closeInterview, { id, reason: 'not-now' });
	expect(await marked(id)).toBe(false);
	await season.as(reopenInterview, { id });
	const { closedAt } = await season.as(closeInterview, { id, reason: 'forgotten' });
	expect(await marked(id)).toBe(true);
	const plan = {
		personId: await partnerOf(id),
		themeId: season.themeId,
		channel: 'direct' as const
	};
	await expect(season.as(planInterview, plan)).rejects.toMatchObject({
		code: 'people.do-not-contact'
	});
	await season.as(uncloseInterview, { id, closedAt });
	expect(await marked(id)).toBe(false);
	await season.as(closeInterview, { id, reason: 'other' });
});

test('a mark that stood before a closing is not lifted with it', async () => {
	const id = await season.asked('Dora Marked');
	await protect(id);
	season.clock.set('2026-11-20T08:05:00.000Z');
	const { closedAt } = await season.as(closeInterview, { id, reason: 'forgotten' });
	await expect(season.as(uncloseInterview, { id, closedAt })).rejects.toMatchObject({
		code: 'people.do-not-contact'
	});
	expect(await marked(id)).toBe(true);
	await season.as(allowContact, { id: await partnerOf(id) });
	await season.as(uncloseInterview, { id, closedAt });
	await season.as(closeInterview, { id, reason: 'other' });
});

test('a declined theme is not planned, changed to or reopened', async () => {
	const id = await season.asked('Emil Declined');
	const { closedAt } = await season.as(closeInterview, { id, reason: 'declined' });
	const { id: other } = await season.as(openTheme, { title: 'Teaching' });
	const personId = await partnerOf(id);
	const said = { code: 'interviews.said-no', kind: 'conflict' };
	const plan = { personId, themeId: season.themeId, channel: 'direct' as const };
	await expect(season.as(planInterview, plan)).rejects.toMatchObject(said);
	const again = await season.as(planInterview, { ...plan, themeId: other });
	await expect(
		season.as(changeInterview, { id: again.id, themeId: season.themeId })
	).rejects.toMatchObject({ ...said, fields: [{ field: 'themeId' }] });
	await season.as(closeInterview, { id: again.id, reason: 'other' });
	await season.as(uncloseInterview, { id, closedAt });
	await season.as(closeInterview, { id, reason: 'other' });
});

test('an interview about a parked theme is neither asked nor reopened', async () => {
	const { id: themeId } = await season.as(openTheme, { title: 'Binding' });
	const personId = await season.addPerson('Fay Binder');
	const { id } = await season.as(planInterview, { personId, themeId, channel: 'direct' });
	const { closedAt } = await season.as(closeInterview, { id, reason: 'not-now' });
	await season.as(parkTheme, { id: themeId });
	const notOpen = { code: 'themes.not-open', kind: 'conflict' };
	await expect(season.as(reopenInterview, { id })).rejects.toMatchObject(notOpen);
	await expect(season.as(uncloseInterview, { id, closedAt })).rejects.toMatchObject(notOpen);
	await season.as(unparkTheme, { id: themeId });
	await season.as(reopenInterview, { id });
	await season.as(draftMessage, { interviewId: id });
	await season.as(writeMessage, { interviewId: id, purpose: 'request', ...goodText });
	await season.as(parkTheme, { id: themeId });
	await expect(
		season.as(markSent, { interviewId: id, purpose: 'request', through: 'copied' })
	).rejects.toMatchObject(notOpen);
	expect(await cardOf(id)).toBe('Theme is parked');
	expect(await stepsAbout(id)).toEqual([]);
});

test('planning the same once more by its name of a school is the same interview', async () => {
	const id = newId();
	const plan = {
		id,
		personId: await season.addPerson('Gro School'),
		themeId: season.themeId,
		channel: 'school' as const,
		organizationName: 'School of Editing'
	};
	await season.as(planInterview, plan);
	expect(await season.as(planInterview, plan)).toEqual({ id });
	await expect(
		season.as(planInterview, { ...plan, organizationName: 'Another school' })
	).rejects.toMatchObject({ code: 'interview.other-body' });
});

test('the overview shows the newest thanked ones, and the page of the stage the same', async () => {
	const ids = [await season.prepared('Hal Thanked'), await season.prepared('Ina Thanked')];
	for (const [index, id] of ids.entries()) {
		await season.open.transaction().execute((tx) =>
			tx
				.updateTable('interviews')
				.set({ thanked_at: `2026-11-1${index}T08:00:00.000Z` })
				.where('workspace_id', '=', season.caller.workspaceId)
				.where('id', '=', id)
				.execute()
		);
	}
	const newestFirst = ids.toReversed();
	const { columns } = await season.as(listInterviews, {});
	expect(columns.at(-1)).toMatchObject({ stage: 'thanked', count: 2 });
	expect(columns.at(-1)?.cards.map(({ id }) => id)).toEqual(newestFirst);
	const page = await season.as(listInterviews, { stage: 'thanked' });
	expect(page.columns[0]?.cards.map(({ id }) => id)).toEqual(newestFirst);
});
