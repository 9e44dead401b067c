import { afterAll, beforeEach } from 'vitest';
import { newId } from '#server/tokens.ts';
import { openTestApp, type TestApp } from './app.ts';

/** Opens a test app for the tests of a file, with a new explorer for each test. */
export async function appWithExplorers() {
	const testApp = await openTestApp();
	afterAll(() => testApp.close());
	const current = { me: testApp.caller };
	beforeEach(async () => {
		current.me = await testApp.another(`Explorer ${newId()}`);
	});
	const as: TestApp['as'] = (operation, input, caller = current.me) =>
		testApp.as(operation, input, caller);
	return { testApp, current, as };
}
