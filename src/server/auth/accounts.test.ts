import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApp, testStart, type TestApp } from '#tests/support/app.ts';
import { password } from '#tests/support/visitor.ts';
import { setPasswordByLink, signUp } from './accounts.ts';
import { addMinutes } from '#kernel/clock.ts';
import { makeLink } from './links.ts';
import { signIn } from './sign-in.ts';

let testApp: TestApp;
beforeAll(async () => {
	testApp = await openTestApp(testStart);
});
afterAll(() => testApp.close());

const address = '198.51.100.20';
const here = { address };
const nadia = { name: 'Nadia', email: 'nadia@people.example', password, zone: 'Europe/Lisbon' };
const link = (purpose: 'account' | 'password', userId?: string): Promise<string> =>
	testApp.open
		.transaction()
		.execute((tx) => makeLink(tx, purpose, testApp.app.clock.now(), userId));
const enter = async (email: string, word: string, from = here) =>
	(await signIn(testApp.app, email, word, from)).response.ok;
const idOf = async (email: string): Promise<string> => {
	const query = testApp.open.selectFrom('auth_user').select('id').where('email', '=', email);
	return (await query.executeTakeFirstOrThrow()).id;
};
const used = { code: 'link.used' };

test('a link works only for its purpose', async () => {
	const { userId } = testApp.caller.actor as { userId: string };
	const forPassword = await link('password', userId);
	await expect(signUp(testApp.app, nadia, forPassword, here)).rejects.toMatchObject(used);
	const forAccount = await link('account');
	await expect(setPasswordByLink(testApp.app, forAccount, password, address)).rejects.toMatchObject(
		used
	);
	expect(await signUp(testApp.app, nadia, forAccount, here)).toBeUndefined();
	await expect(signUp(testApp.app, nadia, forAccount, here)).rejects.toMatchObject(used);
	expect(await enter(nadia.email, password)).toBe(true);
});

test('a weak password does not use the link up', async () => {
	const code = await link('account');
	const weak = { ...nadia, email: 'other@people.example', password: 'passwordpassword' };
	await expect(signUp(testApp.app, weak, code, here)).rejects.toMatchObject({
		code: 'password.guessable'
	});
	await signUp(testApp.app, { ...weak, password }, code, here);
	expect(await enter(weak.email, password)).toBe(true);
});

test('sign-up gives the same answer for a taken address as for a free one, and creates nothing', async () => {
	const stranger = { ...nadia, name: 'Mallory', password: 'zebra umbrella piano lake' };
	const forTaken = await link('account');
	const forFree = await link('account');
	const taken = await signUp(testApp.app, stranger, forTaken, here);
	const free = await signUp(
		testApp.app,
		{ ...stranger, email: 'mallory@people.example' },
		forFree,
		here
	);
	expect([taken, free]).toEqual([undefined, undefined]);
	for (const code of [forTaken, forFree]) {
		await expect(signUp(testApp.app, stranger, code, here)).rejects.toMatchObject(used);
	}
	expect(await enter(nadia.email, password)).toBe(true);
	await expect(enter(nadia.email, stranger.password)).rejects.toMatchObject({
		code: 'sign-in.no-match'
	});
	const names = await testApp.open.selectFrom('workspaces').select('explorer_name').execute();
	expect(names.filter((row) => row.explorer_name === 'Mallory')).toHaveLength(1);
});

test('of two simultaneous uses of one link, one creates the account', async () => {
	const code = await link('account');
	const results = await Promise.allSettled(
		['a', 'b'].map((name) =>
			signUp(testApp.app, { ...nadia, email: `${name}@people.example` }, code, here)
		)
	);
	expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
});

test('thirty invalid links do not block a valid one', async () => {
	const from = { address: '203.0.113.30' };
	for (let tries = 0; tries < 40; tries += 1) {
		const code = tries < 30 ? 'link.used' : 'link.too-many';
		await expect(signUp(testApp.app, nadia, `no-${tries}`, from)).rejects.toMatchObject({ code });
	}
	const real = await link('account');
	await signUp(testApp.app, { ...nadia, email: 'real@people.example' }, real, from);
	expect(await enter('real@people.example', password)).toBe(true);
});

test('a new password ends every session, and cannot be the address of its person', async () => {
	await enter(nadia.email, password);
	const userId = await idOf(nadia.email);
	const code = await link('password', userId);
	await expect(
		setPasswordByLink(testApp.app, code, 'nadia@people.example', address)
	).rejects.toMatchObject({ code: 'password.guessable' });
	await setPasswordByLink(testApp.app, code, 'seven green umbrellas waiting', address);
	const sessions = await testApp.open
		.selectFrom('auth_session')
		.select('id')
		.where('userId', '=', userId)
		.execute();
	expect(sessions).toEqual([]);
	await expect(enter(nadia.email, password)).rejects.toMatchObject({ code: 'sign-in.no-match' });
});

test('of the password links the latest is valid, for ten minutes, and none after one was used', async () => {
	const userId = await idOf(nadia.email);
	const set = (code: string) =>
		setPasswordByLink(testApp.app, code, 'seven pale lanterns over water', '192.0.2.7');
	const older = await link('password', userId);
	const newer = await link('password', userId);
	await expect(set(older)).rejects.toMatchObject(used);
	await set(newer);
	await expect(set(newer)).rejects.toMatchObject(used);

	// As two processes could create them: at the same moment.
	const [one, two] = await Promise.all([link('password', userId), link('password', userId)]);
	const done = await Promise.allSettled([set(one), set(two)]);
	expect(done.filter(({ status }) => status === 'fulfilled').length).toBeLessThanOrEqual(1);

	const late = await link('password', userId);
	testApp.clock.set(addMinutes(testApp.app.clock.now(), 10));
	await expect(set(late)).rejects.toMatchObject(used);
});
