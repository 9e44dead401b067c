import { createOTP } from '@better-auth/utils/otp';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { openTestApp, type TestApp } from '#tests/support/app.ts';
import { invited, pendingIn, sessionIn, signedIn } from '#tests/support/signed-in.ts';
import { password } from '#tests/support/visitor.ts';
import { setPasswordByLink } from './accounts.ts';
import { makeLink } from './links.ts';
import { decrypt, finishSignIn } from './second-factor.ts';
import {
	beginSecondFactor,
	hasSecondFactor,
	lacksSecondFactor,
	secondFactorOf,
	secondFactorToSetUp,
	turnOffSecondFactor,
	turnOnSecondFactor
} from './second-factor-setup.ts';
import { signIn } from './sign-in.ts';

let testApp: TestApp;
beforeAll(async () => {
	// better-auth compares codes by the clock of the machine.
	testApp = await openTestApp(new Date().toISOString());
});
afterAll(() => testApp.close());

const address = '198.51.100.20';

async function secretOf(userId: string): Promise<string> {
	const row = await testApp.open
		.selectFrom('auth_two_factor')
		.select('secret')
		.where('userId', '=', userId)
		.executeTakeFirstOrThrow();
	return decrypt(testApp.app, row.secret);
}

/** The code of a time step relative to the current one. */
async function codeOf(userId: string, step = 0): Promise<string> {
	return createOTP(await secretOf(userId)).hotp(Math.floor(Date.now() / 30_000) + step);
}

/** An account with the second factor turned on by the code of the step before. */
async function withSecondFactor(name: string) {
	const email = await invited(testApp, name);
	const session = await signedIn(testApp, email);
	await beginSecondFactor(testApp.app, session);
	const codes = await turnOnSecondFactor(testApp.app, session, await codeOf(session.userId, -1));
	return { email, session, codes, userId: session.userId };
}

async function half(email: string): Promise<string> {
	const { response, needsCode } = await signIn(testApp.app, email, password, { address });
	expect(needsCode).toBe(true);
	return pendingIn(testApp, response);
}

const finish = (code: string, pending: string, from = address) =>
	finishSignIn(testApp.app, code, pending, { address: from });
const noMatch = { code: 'second-factor.no-match' };

test('it is set up with a secret that is shown until a code turns it on', async () => {
	const session = await signedIn(testApp, await invited(testApp, 'Ada'));
	expect(await secondFactorToSetUp(testApp.app, session)).toBeUndefined();
	await beginSecondFactor(testApp.app, session);
	const setUp = await secondFactorToSetUp(testApp.app, session);
	expect(setUp?.address).toMatch(/^otpauth:\/\/totp\/Imago:ada%40people.example\?secret=/);
	expect(setUp?.secret).toMatch(/^[A-Z2-7]{4}( [A-Z2-7]{1,4})+$/);
	expect(await hasSecondFactor(testApp.app.database, session.userId)).toBe(false);
	await expect(turnOnSecondFactor(testApp.app, session, '000 000')).rejects.toMatchObject(noMatch);
	const codes = await turnOnSecondFactor(testApp.app, session, await codeOf(session.userId));
	expect(new Set(codes).size).toBe(10);
	expect(await secondFactorToSetUp(testApp.app, session)).toBeUndefined();
	await expect(beginSecondFactor(testApp.app, session)).rejects.toMatchObject({
		code: 'second-factor.on'
	});
});

test('after the password a code of the app signs in, once', async () => {
	const { email, userId } = await withSecondFactor('Berit');
	const pending = await half(email);
	const code = await codeOf(userId);
	const session = await sessionIn(
		testApp,
		await finish(`${code.slice(0, 3)} ${code.slice(3)}`, pending)
	);
	expect(session.userId).toBe(userId);
	const again = await half(email);
	await expect(finish(code, again)).rejects.toMatchObject(noMatch);
	await expect(finish(await codeOf(userId, -1), again)).rejects.toMatchObject(noMatch);
	expect((await finish(await codeOf(userId, 1), again)).ok).toBe(true);
});

test('of two simultaneous uses of one code, one signs in', async () => {
	const { email, userId } = await withSecondFactor('Chidi');
	const pending = [await half(email), await half(email)];
	const code = await codeOf(userId);
	const done = await Promise.allSettled(pending.map((each) => finish(code, each)));
	expect(done.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
});

test('a recovery code signs in once, however it is typed', async () => {
	const { email, userId, codes } = await withSecondFactor('Dewi');
	const typed = codes[0]?.toUpperCase().replace('-', ' ') ?? '';
	expect(await secondFactorOf(testApp.app, userId)).toEqual({ isOn: true, codesLeft: 10 });
	expect((await finish(typed, await half(email))).ok).toBe(true);
	expect(await secondFactorOf(testApp.app, userId)).toEqual({ isOn: true, codesLeft: 9 });
	// After a recovery code, the message does not mention the next code of the app.
	await expect(finish(codes[0] ?? '', await half(email))).rejects.toThrow('another recovery code');
	expect((await finish(codes[1] ?? '', await half(email))).ok).toBe(true);
});

test('a second factor whose codes cannot be decrypted is still reported as on', async () => {
	const { userId } = await withSecondFactor('Doris');
	await testApp.open
		.updateTable('auth_two_factor')
		.set({ backupCodes: 'of another key' })
		.where('userId', '=', userId)
		.execute();
	expect(await secondFactorOf(testApp.app, userId)).toEqual({ isOn: true, codesLeft: undefined });
});

test('wrong codes get back-off, require the password again after five, and lock nobody out', async () => {
	const { email, userId } = await withSecondFactor('Edda');
	const pending = await half(email);
	for (let tries = 0; tries < 5; tries += 1) {
		await expect(finish('123456', pending)).rejects.toMatchObject(noMatch);
	}
	await expect(finish('123456', pending)).rejects.toMatchObject({
		code: 'second-factor.too-many',
		status: 429,
		retryAfter: 1
	});
	testApp.clock.set(new Date(Date.parse(testApp.app.clock.now()) + 1000).toISOString());
	await expect(finish(await codeOf(userId), pending)).rejects.toMatchObject({
		code: 'second-factor.start-over'
	});
	testApp.clock.set(new Date(Date.parse(testApp.app.clock.now()) + 2000).toISOString());
	expect((await finish(await codeOf(userId, 1), await half(email))).ok).toBe(true);
}, 30_000);

test('without the cookie of a verified password no code is compared', async () => {
	const { userId } = await withSecondFactor('Femi');
	const startOver = { code: 'second-factor.start-over' };
	const code = await codeOf(userId);
	await expect(finish(code, '')).rejects.toMatchObject(startOver);
	await expect(finish(code, '2fa-made-up.signature')).rejects.toMatchObject(startOver);
});

test('the tables hold neither the secret nor a recovery code', async () => {
	const { userId, codes } = await withSecondFactor('Gudrun');
	const rows = await testApp.open
		.selectFrom('auth_two_factor')
		.selectAll()
		.where('userId', '=', userId)
		.execute();
	expect(rows).toHaveLength(1);
	const text = JSON.stringify(rows);
	for (const raw of [await secretOf(userId), ...codes]) expect(text).not.toContain(raw);
});

test('turning it on ends other sessions, turning it off needs a fresh one', async () => {
	const email = await invited(testApp, 'Hana');
	const other = await signedIn(testApp, email);
	const session = await signedIn(testApp, email);
	await beginSecondFactor(testApp.app, session);
	await turnOnSecondFactor(testApp.app, session, await codeOf(session.userId));
	const left = await testApp.open
		.selectFrom('auth_session')
		.select('id')
		.where('userId', '=', session.userId)
		.execute();
	expect(left).toEqual([{ id: session.sessionId }]);
	expect(left).not.toContainEqual({ id: other.sessionId });
	const actor = { kind: 'explorer' as const, userId: session.userId, fresh: false };
	const stale = { ...session, caller: { ...session.caller, actor } };
	await expect(turnOffSecondFactor(testApp.app, stale)).rejects.toMatchObject({
		code: 'session.not-fresh'
	});
	await turnOffSecondFactor(testApp.app, session);
	expect((await signIn(testApp.app, email, password, { address })).needsCode).toBe(false);
});

test('where it is required, a session by password alone has no access', async () => {
	const { email, session, userId } = await withSecondFactor('Ines');
	const lacks = (secondFactor: 'optional' | 'required', of: { sessionId: string }) =>
		lacksSecondFactor(
			{ database: testApp.app.database, config: { ...testApp.app.config, secondFactor } },
			of
		);
	const passwordOnly = await signedIn(testApp, await invited(testApp, 'Jonas'));
	expect(await lacks('optional', passwordOnly)).toBe(false);
	expect(await lacks('required', passwordOnly)).toBe(true);
	expect(await lacks('required', session)).toBe(false);
	const entered = await sessionIn(testApp, await finish(await codeOf(userId), await half(email)));
	expect(await lacks('required', entered)).toBe(false);
});

test('of two windows that set it up, the one whose secret was replaced does not turn it on', async () => {
	const email = await invited(testApp, 'Tess');
	const session = await signedIn(testApp, email);
	await beginSecondFactor(testApp.app, session);
	const old = await codeOf(session.userId);
	// The other window replaces the secret between the read of this secret and its use.
	const { database } = testApp.app;
	const write: typeof database.write = async (work) => {
		testApp.app.database = database;
		await beginSecondFactor(testApp.app, session);
		return database.write(work);
	};
	testApp.app.database = { ...database, write };
	await expect(turnOnSecondFactor(testApp.app, session, old)).rejects.toMatchObject({
		code: 'second-factor.elsewhere'
	});
	testApp.app.database = database;
	expect(await hasSecondFactor(database, session.userId)).toBe(false);
	const { needsCode } = await signIn(testApp.app, email, password, { address });
	expect(needsCode).toBe(false);
});

test('an authenticator app that is on cannot be turned on again with other recovery codes', async () => {
	const { session, userId } = await withSecondFactor('Pia');
	await expect(
		turnOnSecondFactor(testApp.app, session, await codeOf(userId))
	).rejects.toMatchObject(noMatch);
});

test('a pending sign-in ends when the password is changed', async () => {
	const { email, userId } = await withSecondFactor('Hal');
	const pending = await half(email);
	const now = testApp.app.clock.now();
	const link = await testApp.app.database.write((tx) => makeLink(tx, 'password', now, userId));
	await setPasswordByLink(testApp.app, link, 'wet stone quiet harbour', address);
	await expect(finish(await codeOf(userId), pending)).rejects.toMatchObject({
		code: 'second-factor.start-over'
	});
});

test('recovery codes are ten, of fifty bits each, from the system’s random numbers', async () => {
	const drawn = vi.spyOn(globalThis.crypto, 'getRandomValues');
	const { codes } = await withSecondFactor('Cora');
	expect(drawn).toHaveBeenCalled();
	drawn.mockRestore();
	expect(codes).toHaveLength(10);
	expect(new Set(codes).size).toBe(10);
	// Ten characters of thirty-six: 51 bits.
	for (const code of codes) expect(code).toMatch(/^[a-z0-9]{5}-[a-z0-9]{5}$/);
});
