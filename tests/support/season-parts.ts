import { afterAll, afterEach } from 'vitest';
import { openTestApp, testStart, type TestApp } from './app.ts';
import { addGoal, addSource } from '#features/preparation/operations.server.ts';
import { draftMessage, markSent, writeMessage } from '#features/outreach/operations.server.ts';
import type { Caller } from '#server/perform.ts';
import { newId } from '#server/tokens.ts';
import { planInterview } from '#features/interviews/operations.server.ts';

/** A request without findings of the message check. */
export const goodText = {
	subject: 'Fifteen minutes about magazine editing',
	body: `Hello Joan,

Karin Ekblad thought we should meet. I am exploring magazine editing, and I thought of you because you wrote that you cook a recipe before you print it.

Would you have 15 minutes for me by phone, in the week of 30 November? I would love to hear what an ordinary closing week looks like. You choose the day and the hour.

I am not asking for a job, only to learn from what you know. If it does not suit you, a short no is perfectly fine.

Kind regards,
Mara Lindqvist`
};

export interface Season extends TestApp {
	themeId: string;
	parkedThemeId: string;
	addPerson(name: string, extra?: { doNotContact?: boolean; caller?: Caller }): Promise<string>;
	/** plans an interview with a new person of this name, with a goal and a source */
	prepared(name: string): Promise<string>;
	/** the same, with the request sent */
	asked(name: string): Promise<string>;
}

/**
 * Opens a test app whose explorer is almost ready: one theme with a seat and one parked. Tests need
 * people and dates, not complete clarity.
 */
export async function openSeason(start?: string): Promise<Season> {
	const testApp = await openTestApp(start);
	const { workspaceId } = testApp.caller;
	const themeId = newId();
	const parkedThemeId = newId();
	const now = testApp.clock.now();
	await testApp.open.transaction().execute(async (tx) => {
		const answers = { activity: 'Editing', setting: 'Small teams', pull: 'Words' };
		const theme = { ...answers, workspace_id: workspaceId, opened_at: now, changed_at: now };
		await tx
			.insertInto('themes')
			.values([
				{
					...theme,
					id: themeId,
					title: 'Magazine editing',
					seat: 1,
					top_since: now,
					parked_at: null
				},
				{
					...theme,
					id: parkedThemeId,
					title: 'Bookbinding',
					seat: null,
					top_since: null,
					parked_at: now
				}
			])
			.execute();
		const kinds = ['interest', 'strength', 'value'].flatMap((kind) => [kind, kind, kind]);
		await tx
			.insertInto('self_notes')
			.values(
				kinds.map((kind, index) => ({
					workspace_id: workspaceId,
					id: newId(),
					kind,
					text: `${kind} ${index}`,
					rank: (index % 3) + 1,
					added_at: now
				}))
			)
			.execute();
		await tx
			.insertInto('criteria')
			.values(
				[1, 2, 3].map((rank) => ({
					workspace_id: workspaceId,
					id: newId(),
					text: `criterion ${rank}`,
					rank,
					deal_breaker_at: rank === 1 ? now : null,
					added_at: now
				}))
			)
			.execute();
	});
	const addPerson: Season['addPerson'] = async (name, extra = {}) => {
		const id = newId();
		const [given = '', family = ''] = name.split(' ');
		await testApp.open.transaction().execute((tx) =>
			tx
				.insertInto('people')
				.values({
					workspace_id: (extra.caller ?? testApp.caller).workspaceId,
					id,
					name,
					given_name: given,
					family_name: family,
					name_key: name.toLowerCase(),
					family_key: family.toLowerCase(),
					place: 'Toronto',
					source: 'hand',
					do_not_contact_at: extra.doNotContact ? now : null,
					added_at: now,
					changed_at: now
				})
				.execute()
		);
		return id;
	};
	const prepared: Season['prepared'] = async (name) => {
		const personId = await addPerson(name);
		const { id } = await testApp.as(planInterview, { personId, themeId, channel: 'network' });
		await testApp.as(addGoal, {
			interviewId: id,
			text: 'What an ordinary closing week looks like'
		});
		await testApp.as(addSource, {
			interviewId: id,
			kind: 'partner',
			link: 'harbour-field.example/corrections',
			answers: 'You cook a recipe before you print it'
		});
		return id;
	};
	const asked: Season['asked'] = async (name) => {
		const interviewId = await prepared(name);
		await testApp.as(draftMessage, { interviewId });
		await testApp.as(writeMessage, { interviewId, purpose: 'request', ...goodText });
		await testApp.as(markSent, { interviewId, purpose: 'request', through: 'copied' });
		return interviewId;
	};
	return { ...testApp, themeId, parkedThemeId, addPerson, prepared, asked };
}

/** Opens one season for all tests of a file; the clock is reset after each. */
export async function seasonOfTests(): Promise<Season> {
	const season = await openSeason();
	afterAll(() => season.close());
	afterEach(() => {
		season.clock.set(testStart);
	});
	return season;
}
