import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApp, type TestApp } from '#tests/support/app.ts';
import { password } from '#tests/support/visitor.ts';
import { signIn, signUp } from './accounts.ts';
import { changePassword } from './change-password.ts';
import { cookieOf } from './cookie.ts';
import { makeLink } from './links.ts';
import { readSession, type Session } from './session.ts';

const address = '198.51.100.20';
const email = 'nadia@people.example';
const next = 'seven pale lanterns over water';

let house: TestApp;
let here: Session;
beforeAll(async () => {
	// better-auth dates its sessions by the machine's clock.
	house = await openTestApp(new Date().toISOString());
	const { database, clock } = house.app;
	const code = await database.write((tx) => makeLink(tx, 'account', clock.now()));
	here = await sessionIn(
		await signUp(
			house.app,
			{ name: 'Nadia', email, password, zone: 'Europe/Lisbon' },
			code,
			address
		)
	);
});
afterAll(() => house.close());

async function sessionIn(response: Response): Promise<Session> {
	const { name } = cookieOf(house.app.config);
	const line = response.headers.getSetCookie().find((each) => each.startsWith(`${name}=`)) ?? '';
	const value = decodeURIComponent(line.slice(name.length + 1).split(';')[0] ?? '');
	const session = await readSession(house.app.database, house.app.clock, value);
	if (!session) throw new Error('Nobody is signed in.');
	return session;
}

const change = (current: string, password: string, session = here): Promise<void> =>
	changePassword(house.app, session, { current, password });

test('it needs the present password, a good new one and a fresh sign-in', async () => {
	await expect(change('not this one at all', next)).rejects.toMatchObject({
		code: 'password.no-match',
		fields: [{ field: 'current' }]
	});
	await expect(change(password, 'short')).rejects.toMatchObject({
		code: 'password.short',
		fields: [{ field: 'password' }]
	});
	const stale = {
		...here,
		caller: { ...here.caller, actor: { ...here.caller.actor, fresh: false } }
	} as Session;
	await expect(change(password, next, stale)).rejects.toMatchObject({ code: 'session.not-fresh' });
	expect((await signIn(house.app, email, password, address)).ok).toBe(true);
});

test('with a new password other devices have to sign in again, this one goes on', async () => {
	const other = await sessionIn(await signIn(house.app, email, password, address));
	await change(password, next);
	const { read } = house.app.database;
	const sessions = await read.selectFrom('auth_session').select('id').execute();
	expect(sessions).toEqual([{ id: here.sessionId }]);
	expect(sessions).not.toContainEqual({ id: other.sessionId });
	await expect(signIn(house.app, email, password, address)).rejects.toMatchObject({
		code: 'sign-in.no-match'
	});
	expect((await signIn(house.app, email, next, address)).ok).toBe(true);
});

test('ten wrong ones in a quarter of an hour are enough', async () => {
	const answers: string[] = [];
	for (let tries = 0; tries < 11; tries += 1) {
		await change('not this one at all', next).catch((error: unknown) =>
			answers.push((error as { code: string }).code)
		);
	}
	expect(new Set(answers.slice(0, 10))).toEqual(new Set(['password.no-match']));
	expect(answers[10]).not.toBe('password.no-match');
}, 30_000);
