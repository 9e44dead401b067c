import { expect, test } from 'vitest';
import { openTestApp } from '#tests/support/app.ts';
import { playSeason } from '../db/demo.ts';

test('the demo plays its whole season through operations', async () => {
	const house = await openTestApp();
	try {
		const today = house.clock.now();
		await playSeason({ ...house.app, clock: house.clock }, house.caller, today, house.settle);
		const count = (sql: string): number =>
			Number(house.app.database.file.prepare(sql).get()?.count);
		expect(count('select count(*) as count from people')).toBe(400);
		expect(count('select count(*) as count from interviews')).toBe(25);
	} finally {
		await house.close();
	}
});
