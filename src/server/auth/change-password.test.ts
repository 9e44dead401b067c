import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApp, type TestApp } from '#tests/support/app.ts';
import { invited, signedIn } from '#tests/support/signed-in.ts';
import { password } from '#tests/support/visitor.ts';
import { changePassword } from './change-password.ts';
import { type Session } from './session.ts';
import { signIn } from './sign-in.ts';

const address = '198.51.100.20';
let email: string;
const next = 'seven pale lanterns over water';

let testApp: TestApp;
let here: Session;
beforeAll(async () => {
	// better-auth dates its sessions by the clock of the machine.
	testApp = await openTestApp(new Date().toISOString());
	email = await invited(testApp, 'Nadia');
	here = await signedIn(testApp, email);
});
afterAll(() => testApp.close());

const change = (current: string, password: string, session = here): Promise<void> =>
	changePassword(testApp.app, session, { current, password });

test('it needs the present password, a good new one and a fresh sign-in', async () => {
	await expect(change('not this one at all', next)).rejects.toMatchObject({
		code: 'password.no-match',
		fields: [{ field: 'currentPassword' }]
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
	expect((await signIn(testApp.app, email, password, { address })).response.ok).toBe(true);
});

test('with a new password other devices have to sign in again, this one goes on', async () => {
	const other = await signedIn(testApp, email);
	await change(password, next);
	const { read } = testApp.app.database;
	const sessions = await read.selectFrom('auth_session').select('id').execute();
	expect(sessions).toEqual([{ id: here.sessionId }]);
	expect(sessions).not.toContainEqual({ id: other.sessionId });
	await expect(signIn(testApp.app, email, password, { address })).rejects.toMatchObject({
		code: 'sign-in.no-match'
	});
	expect((await signIn(testApp.app, email, next, { address })).response.ok).toBe(true);
});

test('after five wrong ones it waits, while sign-in stays possible', async () => {
	const tries = [];
	for (let each = 0; each < 6; each += 1) {
		tries.push(
			await change('not this one at all', next).catch((error: unknown) => error as object)
		);
	}
	expect(tries[4]).toMatchObject({ code: 'password.no-match' });
	expect(tries[5]).toMatchObject({ code: 'password.too-many', status: 429, retryAfter: 1 });
	expect((await signIn(testApp.app, email, next, { address })).response.ok).toBe(true);
	testApp.clock.set(new Date(Date.parse(testApp.app.clock.now()) + 1000).toISOString());
	await change(next, 'wet stone quiet harbour');
}, 30_000);
