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

let house: TestApp;
beforeAll(async () => {
	// better-auth compares codes by the machine's clock.
	house = await openTestApp(new Date().toISOString());
});
afterAll(() => house.close());

const address = '198.51.100.20';

async function secretOf(userId: string): Promise<string> {
	const row = await house.open
		.selectFrom('auth_two_factor')
		.select('secret')
		.where('userId', '=', userId)
		.executeTakeFirstOrThrow();
	return decrypt(house.app, row.secret);
}

/** The code of a step: 0 is now. */
async function codeOf(userId: string, step = 0): Promise<string> {
	return createOTP(await secretOf(userId)).hotp(Math.floor(Date.now() / 30_000) + step);
}

/** An account with the second factor turned on by the code of the step before. */
async function withSecondFactor(name: string) {
	const email = await invited(house, name);
	const session = await signedIn(house, email);
	await beginSecondFactor(house.app, session);
	const codes = await turnOnSecondFactor(house.app, session, await codeOf(session.userId, -1));
	return { email, session, codes, userId: session.userId };
}

async function half(email: string): Promise<string> {
	const { response, needsCode } = await signIn(house.app, email, password, { address });
	expect(needsCode).toBe(true);
	return pendingIn(house, response);
}

const finish = (code: string, pending: string, from = address) =>
	finishSignIn(house.app, code, pending, { address: from });
const noMatch = { code: 'second-factor.no-match' };

test('it is set up with a secret that is shown until a code turns it on', async () => {
	const session = await signedIn(house, await invited(house, 'Ada'));
	expect(await secondFactorToSetUp(house.app, session)).toBeUndefined();
	await beginSecondFactor(house.app, session);
	const shown = await secondFactorToSetUp(house.app, session);
	expect(shown?.address).toMatch(/^otpauth:\/\/totp\/Imago:ada%40people.example\?secret=/);
	expect(shown?.secret).toMatch(/^[A-Z2-7]{4}( [A-Z2-7]{1,4})+$/);
	expect(await hasSecondFactor(house.app.database, session.userId)).toBe(false);
	await expect(turnOnSecondFactor(house.app, session, '000 000')).rejects.toMatchObject(noMatch);
	const codes = await turnOnSecondFactor(house.app, session, await codeOf(session.userId));
	expect(new Set(codes).size).toBe(10);
	expect(await secondFactorToSetUp(house.app, session)).toBeUndefined();
	await expect(beginSecondFactor(house.app, session)).rejects.toMatchObject({
		code: 'second-factor.on'
	});
});

test('after the password a code of the app signs in, once', async () => {
	const { email, userId } = await withSecondFactor('Berit');
	const pending = await half(email);
	const code = await codeOf(userId);
	const session = await sessionIn(
		house,
		await finish(`${code.slice(0, 3)} ${code.slice(3)}`, pending)
	);
	expect(session.userId).toBe(userId);
	const again = await half(email);
	await expect(finish(code, again)).rejects.toMatchObject(noMatch);
	await expect(finish(await codeOf(userId, -1), again)).rejects.toMatchObject(noMatch);
	expect((await finish(await codeOf(userId, 1), again)).ok).toBe(true);
});

test('of two who bring one code at once, one is signed in', async () => {
	const { email, userId } = await withSecondFactor('Chidi');
	const pending = [await half(email), await half(email)];
	const code = await codeOf(userId);
	const done = await Promise.allSettled(pending.map((each) => finish(code, each)));
	expect(done.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
});

test('a recovery code signs in once, however it is typed', async () => {
	const { email, userId, codes } = await withSecondFactor('Dewi');
	const typed = codes[0]?.toUpperCase().replace('-', ' ') ?? '';
	expect(await secondFactorOf(house.app, userId)).toEqual({ isOn: true, codesLeft: 10 });
	expect((await finish(typed, await half(email))).ok).toBe(true);
	expect(await secondFactorOf(house.app, userId)).toEqual({ isOn: true, codesLeft: 9 });
	// Whoever typed a recovery code is not told to wait for the app's next one.
	await expect(finish(codes[0] ?? '', await half(email))).rejects.toThrow('another recovery code');
	expect((await finish(codes[1] ?? '', await half(email))).ok).toBe(true);
});

test('a second factor whose codes cannot be read is still said to be on', async () => {
	const { userId } = await withSecondFactor('Doris');
	await house.open
		.updateTable('auth_two_factor')
		.set({ backupCodes: 'of another key' })
		.where('userId', '=', userId)
		.execute();
	expect(await secondFactorOf(house.app, userId)).toEqual({ isOn: true, codesLeft: undefined });
});

test('wrong codes are slowed, want the password again after five, and lock nobody out', async () => {
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
	house.clock.set(new Date(Date.parse(house.app.clock.now()) + 1000).toISOString());
	await expect(finish(await codeOf(userId), pending)).rejects.toMatchObject({
		code: 'second-factor.start-over'
	});
	house.clock.set(new Date(Date.parse(house.app.clock.now()) + 2000).toISOString());
	expect((await finish(await codeOf(userId, 1), await half(email))).ok).toBe(true);
}, 30_000);

test('without the cookie of a right password no code is looked at', async () => {
	const { userId } = await withSecondFactor('Femi');
	const startOver = { code: 'second-factor.start-over' };
	const code = await codeOf(userId);
	await expect(finish(code, '')).rejects.toMatchObject(startOver);
	await expect(finish(code, '2fa-made-up.signature')).rejects.toMatchObject(startOver);
});

test('the tables hold neither the secret nor a recovery code', async () => {
	const { userId, codes } = await withSecondFactor('Gudrun');
	const rows = await house.open
		.selectFrom('auth_two_factor')
		.selectAll()
		.where('userId', '=', userId)
		.execute();
	expect(rows).toHaveLength(1);
	const text = JSON.stringify(rows);
	for (const raw of [await secretOf(userId), ...codes]) expect(text).not.toContain(raw);
});

test('turning it on ends other sessions, turning it off needs a fresh one', async () => {
	const email = await invited(house, 'Hana');
	const other = await signedIn(house, email);
	const session = await signedIn(house, email);
	await beginSecondFactor(house.app, session);
	await turnOnSecondFactor(house.app, session, await codeOf(session.userId));
	const left = await house.open
		.selectFrom('auth_session')
		.select('id')
		.where('userId', '=', session.userId)
		.execute();
	expect(left).toEqual([{ id: session.sessionId }]);
	expect(left).not.toContainEqual({ id: other.sessionId });
	const actor = { kind: 'explorer' as const, userId: session.userId, fresh: false };
	const stale = { ...session, caller: { ...session.caller, actor } };
	await expect(turnOffSecondFactor(house.app, stale)).rejects.toMatchObject({
		code: 'session.not-fresh'
	});
	await turnOffSecondFactor(house.app, session);
	expect((await signIn(house.app, email, password, { address })).needsCode).toBe(false);
});

test('where it is required, a session by password alone may do nothing yet', async () => {
	const { email, session, userId } = await withSecondFactor('Ines');
	const lacks = (secondFactor: 'optional' | 'required', of: { sessionId: string }) =>
		lacksSecondFactor(
			{ database: house.app.database, config: { ...house.app.config, secondFactor } },
			of
		);
	const bare = await signedIn(house, await invited(house, 'Jonas'));
	expect(await lacks('optional', bare)).toBe(false);
	expect(await lacks('required', bare)).toBe(true);
	expect(await lacks('required', session)).toBe(false);
	const entered = await sessionIn(house, await finish(await codeOf(userId), await half(email)));
	expect(await lacks('required', entered)).toBe(false);
});

test('of two windows that set it up, the one whose secret was replaced turns nothing on', async () => {
	const email = await invited(house, 'Tess');
	const session = await signedIn(house, email);
	await beginSecondFactor(house.app, session);
	const old = await codeOf(session.userId);
	// The other window begins again between the look at this secret and its use.
	const { database } = house.app;
	const write: typeof database.write = async (work) => {
		house.app.database = database;
		await beginSecondFactor(house.app, session);
		return database.write(work);
	};
	house.app.database = { ...database, write };
	await expect(turnOnSecondFactor(house.app, session, old)).rejects.toMatchObject({
		code: 'second-factor.elsewhere'
	});
	house.app.database = database;
	expect(await hasSecondFactor(database, session.userId)).toBe(false);
	const { needsCode } = await signIn(house.app, email, password, { address });
	expect(needsCode).toBe(false);
});

test('a code app that is on is not turned on a second time with other recovery codes', async () => {
	const { session, userId } = await withSecondFactor('Pia');
	await expect(turnOnSecondFactor(house.app, session, await codeOf(userId))).rejects.toMatchObject(
		noMatch
	);
});

test('a sign-in that waits for its code ends with the password that began it', async () => {
	const { email, userId } = await withSecondFactor('Hal');
	const pending = await half(email);
	const now = house.app.clock.now();
	const link = await house.app.database.write((tx) => makeLink(tx, 'password', now, userId));
	await setPasswordByLink(house.app, link, 'wet stone quiet harbour', address);
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
