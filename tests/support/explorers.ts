import { afterAll, beforeEach } from 'vitest';
import { newId } from '#server/secrets.ts';
import { openTestApp, type TestApp } from './app.ts';

/** A house for the tests of a file, in which each of them is an explorer of its own. */
export async function houseOfExplorers() {
	const house = await openTestApp();
	afterAll(() => house.close());
	const current = { me: house.caller };
	beforeEach(async () => {
		current.me = await house.another(`Explorer ${newId()}`);
	});
	const as: TestApp['as'] = (operation, input, caller = current.me) =>
		house.as(operation, input, caller);
	return { house, current, as };
}
