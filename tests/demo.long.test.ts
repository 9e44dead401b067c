import { expect, test } from 'vitest';
import { openTestApp } from '#tests/support/app.ts';
import { ledeOf } from '#features/decision/decision-text.ts';
import { getDecision } from '#features/decision/operations.server.ts';
import { todayFacts } from '#features/today/operations.server.ts';
import { runDemo } from '../db/demo.ts';

test('the demo plays its whole season through operations', async () => {
	const testApp = await openTestApp();
	try {
		const today = testApp.clock.now();
		await runDemo({ ...testApp.app, clock: testApp.clock }, testApp.caller, today, testApp.settle);
		const count = async (sql: string): Promise<number> =>
			Number((await testApp.raw.all(sql))[0]?.count);
		expect(await count('select count(*) as count from people')).toBe(400);
		expect(await count('select count(*) as count from interviews')).toBe(25);
		expect(await count('select count(*) as count from insights')).toBe(74);
		expect(await count('select count(*) as count from decisions')).toBe(1);
		const held = await testApp.raw.all(
			'select count(*) as count from interviews where held_at is not null group by theme_id order by 1'
		);
		expect(held.map((row) => row.count)).toEqual([2, 4, 5]);
		const { today: list, followUps } = await testApp.as(todayFacts, {});
		expect(list.first?.title).toMatch(/^Inês Falcato/);
		expect(list.also.map(({ code }) => code)).toEqual(
			expect.arrayContaining(['thank', 'answered', 'tell'])
		);
		expect(followUps.length).toBeGreaterThan(0);
		expect(ledeOf(await testApp.as(getDecision, {}))).toContain(
			'Eleven conversations, 74 insights'
		);
	} finally {
		await testApp.close();
	}
});
