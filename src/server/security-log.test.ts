import { Writable } from 'node:stream';
import { createOTP } from '@better-auth/utils/otp';
import pino from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addKey, endOtherSessions, removeKey } from '#features/account/operations.server.ts';
import { eraseAccount, exportWorkspace } from '#features/transfer/operations.server.ts';
import { callerOf } from '#surfaces/caller.server.ts';
import { resetUser } from '#surfaces/cli/host/users.server.ts';
import { openTestApp, type TestApp } from '#tests/support/app.ts';
import { invited, pendingIn, signedIn, usualAddress } from '#tests/support/signed-in.ts';
import { password } from '#tests/support/visitor.ts';
import { setPasswordByLink } from './auth/accounts.ts';
import { changePassword } from './auth/change-password.ts';
import { performCeremony } from './auth/passkey-ceremony.ts';
import { decrypt, finishSignIn } from './auth/second-factor.ts';
import {
	beginSecondFactor,
	turnOffSecondFactor,
	turnOnSecondFactor
} from './auth/second-factor-setup.ts';
import { signIn } from './auth/sign-in.ts';
import { openSecurityLog } from './security-log.ts';

let testApp: TestApp;
let text = '';
beforeAll(async () => {
	testApp = await openTestApp(new Date().toISOString());
	const stream = new Writable({
		write: (chunk: Buffer, _encoding, done) => {
			text += chunk.toString();
			done();
		}
	});
	testApp.app.security = openSecurityLog(pino({ base: null }, stream), testApp.app.secret);
});
afterAll(() => testApp.close());

/** The lines since the previous call. */
function lines(): Record<string, unknown>[] {
	const read = text
		.split('\n')
		.filter(Boolean)
		.map((line) => JSON.parse(line) as Record<string, unknown>);
	text = '';
	return read;
}

const here = { address: usualAddress };
const next = 'wet stone quiet harbour';

test('every event of security is a line with ids, and no line holds an address, a name or a secret', async () => {
	let all = '';
	const expectEvents = (...events: object[]): void => {
		all += text;
		const written = lines();
		expect(written).toHaveLength(events.length);
		for (const [at, event] of events.entries()) expect(written[at]).toMatchObject(event);
	};
	const refused = (work: Promise<unknown>) => expect(work).rejects.toThrow();

	const email = await invited(testApp, 'Nadia');
	expectEvents({ event: 'account.made' });

	const session = await signedIn(testApp, email);
	const account = session.userId;
	expectEvents({ event: 'authentication.succeeded', credential: 'password', account });

	await refused(signIn(testApp.app, email, 'not this one at all', here));
	await refused(signIn(testApp.app, 'nobody@people.example', 'not this one at all', here));
	expectEvents(
		{ event: 'authentication.failed', account, reason: 'no-match', network: expect.any(String) },
		{ event: 'authentication.failed', reason: 'no-match' }
	);

	// Many tries do not fill the disk: beyond the limit nothing more is written.
	for (let at = 0; at < 40; at += 1) {
		await refused(callerOf(testApp.app, '203.0.113.7', `Bearer imago_${'x'.repeat(43)}`));
	}
	const failed = { event: 'authentication.failed', credential: 'key' };
	expectEvents(...Array.from({ length: 29 }, () => ({ ...failed, reason: 'no-match' })), {
		...failed,
		reason: 'slowed'
	});
	await refused(setPasswordByLink(testApp.app, 'no-such-link', next, usualAddress));
	expectEvents({ event: 'authentication.failed', credential: 'link' });

	const { id, key } = await testApp.as(addKey, { name: 'K', effects: ['read'] }, session.caller);
	const withKey = await callerOf(testApp.app, usualAddress, `Bearer ${key}`);
	await refused(testApp.as(addKey, { name: 'More', effects: ['read'] }, withKey));
	await testApp.as(removeKey, { id }, session.caller);
	expectEvents(
		{ event: 'credential.added', credential: 'key', key: id, account },
		{ event: 'access.refused', operation: 'keys.add', reason: 'access.not-allowed', key: id },
		{ event: 'credential.removed', credential: 'key', key: id, account }
	);

	const stale = {
		...session,
		caller: { ...session.caller, actor: { ...session.caller.actor, fresh: false } }
	};
	await refused(beginSecondFactor(testApp.app, stale as typeof session));
	expectEvents({ event: 'access.refused', operation: 'second-factor.set', account });
	await beginSecondFactor(testApp.app, session);
	await refused(turnOnSecondFactor(testApp.app, session, '000000'));
	expectEvents({ event: 'authentication.failed', credential: 'second-factor', account });
	const row = await testApp.open
		.selectFrom('auth_two_factor')
		.select('secret')
		.executeTakeFirstOrThrow();
	const secret = await decrypt(testApp.app, row.secret);
	const step = Math.floor(Date.now() / 30_000);
	const codes = await turnOnSecondFactor(testApp.app, session, await createOTP(secret).hotp(step));
	expectEvents(
		{ event: 'credential.added', credential: 'second-factor', account },
		{ event: 'session.ended', account }
	);

	const { response } = await signIn(testApp.app, email, password, here);
	const pending = pendingIn(testApp, response);
	await refused(finishSignIn(testApp.app, '000000', pending, here));
	await finishSignIn(testApp.app, codes[0] ?? '', pending, here);
	expectEvents(
		{ event: 'authentication.half', account },
		{ event: 'authentication.failed', credential: 'second-factor', account },
		{ event: 'authentication.succeeded', credential: 'recovery-code', account }
	);

	await testApp.as(endOtherSessions, {}, session.caller);
	await turnOffSecondFactor(testApp.app, session);
	await refused(changePassword(testApp.app, session, { current: 'another', password: next }));
	await changePassword(testApp.app, session, { current: password, password: next });
	expectEvents(
		{ event: 'session.ended', sessions: 1, by: 'owner', account },
		{ event: 'credential.removed', credential: 'second-factor', account },
		{ event: 'authentication.failed', credential: 'password', account },
		{ event: 'credential.changed', credential: 'password', account },
		{ event: 'session.ended', by: 'credential-change', account }
	);

	const again = await signIn(testApp.app, email, next, { ...here, replaces: session });
	expect(again.needsCode).toBe(false);
	expectEvents(
		{ event: 'authentication.succeeded', account },
		{ event: 'session.ended', session: session.sessionId, by: 'new-sign-in' }
	);

	const ceremony = new Request(
		`${testApp.app.config.origin}/api/auth/passkey/verify-authentication`,
		{
			method: 'POST',
			headers: { 'content-type': 'application/json', origin: testApp.app.config.origin },
			body: JSON.stringify({ response: {} })
		}
	);
	const none = { address: usualAddress, session: undefined };
	await performCeremony(testApp.app, 'passkey/verify-authentication', ceremony, none);
	await refused(performCeremony(testApp.app, 'passkey/generate-register-options', ceremony, none));
	expectEvents(
		{ event: 'authentication.failed', credential: 'passkey' },
		{ event: 'access.refused', reason: 'session.not-fresh' }
	);

	const made = await resetUser(testApp.app, { email, secondFactor: true });
	const link = made.link.split('/').at(-1) ?? '';
	expectEvents({ event: 'reset-link.made', account });
	await setPasswordByLink(testApp.app, link, password, usualAddress);
	expectEvents(
		{ event: 'reset-link.used', account },
		{ event: 'credential.changed', credential: 'password', account },
		{ event: 'session.ended', account }
	);

	const { file } = await testApp.as(exportWorkspace, {}, session.caller);
	await file.cancel();
	await testApp.as(eraseAccount, { email }, session.caller);
	expectEvents({ event: 'workspace.exported', account }, { event: 'workspace.erased', account });

	expect(all).not.toMatch(/@|people\.example|Nadia|198\.51|imago_/i);
	for (const word of [password, next, secret, link, pending, ...codes]) {
		expect(all).not.toContain(word);
	}
}, 60_000);
