import { expect, test } from 'vitest';
import { pauseSeason } from '#features/account/operations.server.ts';
import { openTestApp } from '#tests/support/app.ts';
import { noteAnswer, planInterview, todayFacts } from './operations.server.ts';
import { openSeason } from './test-season.ts';

test('a new explorer has one step, and ten empty weeks', async () => {
	const house = await openTestApp();
	try {
		const seen = await house.as(todayFacts, {});
		expect(seen.today.first).toMatchObject({
			code: 'clarity',
			title: 'What do you dream of doing?'
		});
		expect(seen.today.also).toEqual([]);
		expect(seen.weeks.weeks).toHaveLength(10);
		expect(seen.waiting).toBe(0);
	} finally {
		await house.close();
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
			['chaser', quiet],
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
		expect(today.lede).toContain('Your season rests until 29 November');
	} finally {
		await season.close();
	}
});
