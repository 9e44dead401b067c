import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApp, testStart, type TestApp } from '#tests/support/app.ts';
import { password } from '#tests/support/visitor.ts';
import { setPasswordByLink, signIn, signUp } from './accounts.ts';
import { makeLink } from './links.ts';

let house: TestApp;
beforeAll(async () => {
	house = await openTestApp(testStart);
});
afterAll(() => house.close());

const address = '198.51.100.20';
const nadia = { name: 'Nadia', email: 'nadia@people.example', password, zone: 'Europe/Lisbon' };
const link = (purpose: 'account' | 'password', userId?: string): Promise<string> =>
	house.open.transaction().execute((tx) => makeLink(tx, purpose, testStart, userId));

test('a link opens only what it was made for', async () => {
	const { userId } = house.caller.actor as { userId: string };
	const forPassword = await link('password', userId);
	await expect(signUp(house.app, nadia, forPassword, address)).rejects.toMatchObject({
		code: 'link.used'
	});
	const forAccount = await link('account');
	await expect(setPasswordByLink(house.app, forAccount, password, address)).rejects.toMatchObject({
		code: 'link.used'
	});
	expect((await signUp(house.app, nadia, forAccount, address)).ok).toBe(true);
	await expect(signUp(house.app, nadia, forAccount, address)).rejects.toMatchObject({
		code: 'link.used'
	});
});

test('a taken address and a weak password leave the link open', async () => {
	const code = await link('account');
	await expect(signUp(house.app, nadia, code, address)).rejects.toMatchObject({
		code: 'account.email-taken'
	});
	const weak = { ...nadia, email: 'other@people.example', password: 'passwordpassword' };
	await expect(signUp(house.app, weak, code, address)).rejects.toMatchObject({
		code: 'password.guessable'
	});
	const other = { ...nadia, email: 'other@people.example' };
	expect((await signUp(house.app, other, code, address)).ok).toBe(true);
});

test('of two who use one link at once, one gets the account', async () => {
	const code = await link('account');
	const results = await Promise.allSettled(
		['a', 'b'].map((name) =>
			signUp(house.app, { ...nadia, email: `${name}@people.example` }, code, address)
		)
	);
	expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
});

test('what is too long for any account is not compared and not remembered', async () => {
	for (let tries = 0; tries < 40; tries += 1) {
		await expect(
			signIn(house.app, `${'x'.repeat(5000)}@people.example`, password, '203.0.113.9')
		).rejects.toMatchObject({ code: 'sign-in.no-match' });
	}
	expect((await signIn(house.app, nadia.email, password, '203.0.113.9')).ok).toBe(true);
});

test('a new password ends every session', async () => {
	await signIn(house.app, nadia.email, password, address);
	const user = await house.open
		.selectFrom('auth_user')
		.select('id')
		.where('email', '=', nadia.email)
		.executeTakeFirstOrThrow();
	const code = await link('password', user.id);
	await setPasswordByLink(house.app, code, 'seven green umbrellas waiting', address);
	const sessions = await house.open
		.selectFrom('auth_session')
		.select('id')
		.where('userId', '=', user.id)
		.execute();
	expect(sessions).toEqual([]);
	await expect(signIn(house.app, nadia.email, password, address)).rejects.toMatchObject({
		code: 'sign-in.no-match'
	});
});
