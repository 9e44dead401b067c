import { afterAll, beforeAll, expect, test } from 'vitest';
import { addKey } from '#features/account/operations.server.ts';
import { openTestApp, type TestApp } from '#tests/support/app.ts';
import { callerOf } from './caller.server.ts';

let house: TestApp;
beforeAll(async () => {
	house = await openTestApp();
});
afterAll(() => house.close());

test('wrong keys are counted, and a right one works beside any number of them', async () => {
	const { id, key } = await house.as(addKey, { name: 'Spreadsheet', effects: ['read'] });
	const ask = (header: string) => callerOf(house.app, '198.51.100.20', header);
	for (let tries = 0; tries < 40; tries += 1) {
		await expect(ask(`Bearer imago_${'x'.repeat(43)}`)).rejects.toMatchObject(
			tries < 30 ? { code: 'key.missing' } : { code: 'key.too-many', status: 429 }
		);
	}
	expect((await ask(`Bearer ${key}`)).actor).toMatchObject({ kind: 'key', keyId: id });
});
