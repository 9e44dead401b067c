import { expect, test } from 'vitest';
import { pauseSeason } from '#features/account/operations.server.ts';
import { openTestApp } from '#tests/support/app.ts';
import { noteAnswer, planInterview } from '#features/interviews/operations.server.ts';
import { todayFacts } from './operations.server.ts';
import { openSeason } from '#tests/support/season-parts.ts';
import { markSent } from '#features/outreach/operations.server.ts';
import { introducedBy, talked } from '#tests/support/talked.ts';

test('a new explorer has one step, and ten empty weeks', async () => {
	const testApp = await openTestApp();
	try {
		const seen = await testApp.as(todayFacts, {});
		expect(seen.today.first).toMatchObject({
			code: 'clarity',
			title: 'What do you dream of doing?'
		});
		expect(seen.today.also).toEqual([]);
		expect(seen.weeks.weeks).toHaveLength(10);
		expect(seen.waiting).toBe(0);
	} finally {
		await testApp.close();
	}
});

test('requests, answers and dates come together in one list', async () => {
	const season = await openSeason('2026-11-09T08:00:00.000Z');
	try {
		const quiet = await season.asked('Ruth Ellery');
		const answered = await season.asked('Tom Ashworth');
		const planned = await season.prepared('Joan Whitcombe');
		season.clock.set('2026-11-23T08:00:00.000Z');
		await season.as(noteAnswer, { id: answered });
		const seen = await season.as(todayFacts, {});
		const steps = [seen.today.first, ...seen.today.also].map((step) => [
			step?.code,
			step?.about?.id
		]);
		expect(steps.slice(0, 3)).toEqual([
			['answered', answered],
			['follow-up', quiet],
			['ask', planned]
		]);
		expect(seen.waiting).toBe(1);
		expect(seen.weeks).toMatchObject({ asked: 2, talked: 0 });
		expect(seen.weeks.weeks.at(-3)).toMatchObject({ from: '2026-11-09', asked: 2 });
	} finally {
		await season.close();
	}
});

test('a second person is asked for only while nobody else of the theme was', async () => {
	const season = await openSeason();
	try {
		await season.asked('Ruth Ellery');
		season.clock.set('2026-11-27T08:00:00.000Z');
		const codes = async () => {
			const { today } = await season.as(todayFacts, {});
			return [today.first, ...today.also].map((step) => step?.code);
		};
		expect(await codes()).toContain('second-person');
		await season.asked('Tom Ashworth');
		expect(await codes()).not.toContain('second-person');
	} finally {
		await season.close();
	}
});

test('a pause leaves what somebody else waits for', async () => {
	const season = await openSeason();
	try {
		await season.as(planInterview, {
			personId: await season.addPerson('Joan Whitcombe'),
			themeId: season.themeId,
			channel: 'direct'
		});
		await season.as(pauseSeason, { from: '2026-11-23', until: '2026-11-29' });
		const { today } = await season.as(todayFacts, {});
		expect(today.first).toBeNull();
		expect(today.lede).toContain('Your season is paused until 29 November');
	} finally {
		await season.close();
	}
});

test('people who must not be contacted get no update, and their connector still does', async () => {
	const season = await openSeason();
	const protect = (name: string, since: string | null) =>
		season.open
			.transaction()
			.execute((tx) =>
				tx
					.updateTable('people')
					.set({ do_not_contact_at: since })
					.where('workspace_id', '=', season.caller.workspaceId)
					.where('name', '=', name)
					.execute()
			);
	try {
		const interviewId = await talked(season, 'Priya Raman');
		await introducedBy(season, interviewId, 'Tobias Lindgren');
		const body = 'Dear Priya, the corridor on Wednesdays has not left me. Thank you for that.';
		const sent = { purpose: 'thank-you', through: 'copied', subject: 'Thank you', body } as const;
		await season.as(markSent, { interviewId, ...sent });
		season.clock.set('2026-12-14T08:00:00.000Z');
		const told = async () => {
			const { today } = await season.as(todayFacts, {});
			const step = [today.first, ...today.also].find((each) => each?.about?.id === interviewId);
			return [step?.title, step?.action.href.split('#')[1]];
		};
		expect(await told()).toEqual(['Send Priya Raman an update', 'tell']);
		await protect('Priya Raman', '2026-12-01T08:00:00.000Z');
		expect(await told()).toEqual(['Send Tobias Lindgren an update', 'connector']);
		await protect('Tobias Lindgren', '2026-12-01T08:00:00.000Z');
		expect(await told()).toEqual([undefined, undefined]);
		await protect('Priya Raman', null);
		expect(await told()).toEqual(['Send Priya Raman an update', 'tell']);
	} finally {
		await season.close();
	}
});
