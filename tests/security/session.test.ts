import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { eraseAccount } from '#features/transfer/operations.server.ts';
import { readSession } from '#server/auth/session.ts';
import { hashToken, newId, newToken } from '#server/tokens.ts';
import type { Caller } from '#server/perform.ts';
import { signOutUser } from '#surfaces/cli/host/users.server.ts';
import { openTestApp, testStart, type TestApp } from '../support/app.ts';

let testApp: TestApp;
let token: string;
const days = (count: number): string =>
	new Date(Date.parse(testStart) + count * 86_400_000).toISOString();

beforeAll(async () => {
	testApp = await openTestApp(testStart);
});
afterAll(() => testApp.close());

/**
 * Inserts a session as a sign-in creates it.
 * @returns its token
 */
async function sessionOf({ actor }: Caller): Promise<string> {
	const newSession = newToken();
	const { userId } = actor as { userId: string };
	await testApp.open
		.insertInto('auth_session')
		.values({
			id: newId(),
			userId,
			token: hashToken(newSession),
			expiresAt: days(7),
			ipAddress: null,
			userAgent: null,
			createdAt: testStart,
			updatedAt: testStart
		})
		.execute();
	return newSession;
}

beforeEach(async () => {
	testApp.clock.set(testStart);
	token = await sessionOf(testApp.caller);
});

const at = async (instant: string) => {
	testApp.clock.set(instant);
	return readSession(testApp.app.database, testApp.app.clock, token);
};

test('a session ends after seven days without a request', async () => {
	expect(await at(days(6.9))).toBeDefined();
	expect(await at(days(13.8))).toBeDefined();
	expect(await at(days(20.9))).toBeUndefined();
});

test('a session ends after thirty days, however much it is used', async () => {
	for (let day = 1; day < 30; day += 1) expect(await at(days(day))).toBeDefined();
	expect(await at(days(30))).toBeUndefined();
});

test('a sign-in is fresh for fifteen minutes', async () => {
	const minutes = (count: number) => days(count / (24 * 60));
	expect((await at(minutes(14)))?.caller.actor).toMatchObject({ fresh: true });
	expect((await at(minutes(16)))?.caller.actor).toMatchObject({ fresh: false });
});

test('an unknown or empty token has no session', async () => {
	for (const text of ['', '.', token.slice(1), `${token}x`, hashToken(token)]) {
		expect(await readSession(testApp.app.database, testApp.app.clock, text)).toBeUndefined();
	}
});

test('the host ends the sessions of one account, or of all', async () => {
	const others = await sessionOf(await testApp.another('Nadia Ferreira'));
	const isOpen = async (one: string) =>
		(await readSession(testApp.app.database, testApp.app.clock, one)) !== undefined;
	await signOutUser(testApp.app, { email: ' MARA.lindqvist@people.example' });
	expect([await isOpen(token), await isOpen(others)]).toEqual([false, true]);
	await expect(signOutUser(testApp.app, { email: 'x@y.example' })).rejects.toMatchObject({
		code: 'account.missing'
	});
	token = await sessionOf(testApp.caller);
	expect(await signOutUser(testApp.app, {})).toEqual({ sessions: 2 });
	expect([await isOpen(token), await isOpen(others)]).toEqual([false, false]);
});

test('an erased account has no sessions', async () => {
	await testApp.as(eraseAccount, { email: 'mara.lindqvist@people.example' });
	expect(await at(testStart)).toBeUndefined();
	const left = await testApp.open.selectFrom('auth_session').select('id').execute();
	expect(left).toEqual([]);
});
