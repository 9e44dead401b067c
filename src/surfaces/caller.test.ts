import { afterAll, beforeAll, expect, test } from 'vitest';
import { addKey } from '#features/account/operations.server.ts';
import { openTestApp, type TestApp } from '#tests/support/app.ts';
import { callerOf } from './caller.server.ts';

let testApp: TestApp;
beforeAll(async () => {
	testApp = await openTestApp();
});
afterAll(() => testApp.close());

test('wrong keys are rate limited, and a valid one works beside any number of them', async () => {
	const { id, key } = await testApp.as(addKey, { name: 'Spreadsheet', effects: ['read'] });
	const ask = (header: string) => callerOf(testApp.app, '198.51.100.20', header);
	for (let tries = 0; tries < 40; tries += 1) {
		await expect(ask(`Bearer imago_${'x'.repeat(43)}`)).rejects.toMatchObject(
			tries < 30 ? { code: 'key.missing' } : { code: 'key.too-many', status: 429 }
		);
	}
	expect((await ask(`Bearer ${key}`)).actor).toMatchObject({ kind: 'key', keyId: id });
});
