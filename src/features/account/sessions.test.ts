import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApp, type TestApp } from '#tests/support/app.ts';
import { invited, signedIn } from '#tests/support/signed-in.ts';
import { setPasswordByLink } from '#server/auth/accounts.ts';
import { isKeyReviewOpen } from '#server/auth/key-review.ts';
import { makeLink } from '#server/auth/links.ts';
import { newId } from '#server/tokens.ts';
import {
	addKey,
	endOtherSessions,
	endSession,
	keepKeys,
	listKeys,
	listSessions,
	removeKey
} from './operations.server.ts';

let testApp: TestApp;
let email: string;
beforeAll(async () => {
	// better-auth takes session dates from the system clock.
	testApp = await openTestApp(new Date().toISOString());
	email = await invited(testApp, 'Nadia');
});
afterAll(() => testApp.close());

const on = (userAgent: string) =>
	signedIn(testApp, email, { address: '198.51.100.20', userAgent: `Mozilla/5.0 (${userAgent})` });

test('sessions are listed with families and dates, and which one this is', async () => {
	const phone = await on('iPhone) Version/19.0 Safari/604.1 (');
	const desk = await on('Windows NT 10.0) Gecko/20100101 Firefox/140.0 (');
	const { sessions } = await testApp.as(listSessions, {}, desk.caller);
	const shown = sessions.map(({ id, browser, isThis }) => ({ id, browser, isThis }));
	expect(shown).toHaveLength(2);
	expect(shown).toContainEqual({ id: desk.sessionId, browser: 'Firefox on Windows', isThis: true });
	expect(shown).toContainEqual({ id: phone.sessionId, browser: 'Safari on iPhone', isThis: false });
	for (const { signedInAt, lastUsedAt } of sessions) expect(lastUsedAt >= signedInAt).toBe(true);
});

test('one is signed out at once, and one of somebody else answers like one that is missing', async () => {
	const here = await on('X11; Linux');
	const other = await on('X11; Linux');
	await testApp.as(endSession, { id: other.sessionId }, here.caller);
	const stranger = await signedIn(testApp, await invited(testApp, 'Iris'));
	const answers = [];
	for (const id of [stranger.sessionId, other.sessionId, newId()]) {
		answers.push(
			await testApp
				.as(endSession, { id }, here.caller)
				.catch(({ code, sentence, status }: Error & Record<string, unknown>) => ({
					code,
					sentence,
					status
				}))
		);
	}
	expect(answers[0]).toMatchObject({ code: 'sessions.missing', status: 404 });
	expect(answers[1]).toEqual(answers[0]);
	expect(answers[2]).toEqual(answers[0]);
	const { sessions } = await testApp.as(listSessions, {}, stranger.caller);
	expect(sessions.map(({ id }) => id)).toEqual([stranger.sessionId]);
});

test('signing out everywhere else leaves this session, and those of others', async () => {
	const here = await on('X11; Linux');
	const { ended } = await testApp.as(endOtherSessions, {}, here.caller);
	expect(ended).toBeGreaterThan(0);
	const { sessions } = await testApp.as(listSessions, {}, here.caller);
	expect(sessions.map(({ id }) => id)).toEqual([here.sessionId]);
	const left = await testApp.open.selectFrom('auth_session').select('id').execute();
	expect(left).toHaveLength(2);
});

test('after a lost password the keys are under review until it is ended', async () => {
	const before = await on('X11; Linux');
	const one = await testApp.as(addKey, { name: 'Mine', effects: ['read'] }, before.caller);
	await testApp.as(addKey, { name: 'Not mine', effects: ['write'] }, before.caller);
	const asked = async () => (await testApp.as(listKeys, {}, before.caller)).inQuestionSince;
	expect(await asked()).toBeNull();
	const now = testApp.app.clock.now();
	const code = await testApp.app.database.write((tx) =>
		makeLink(tx, 'password', now, before.userId)
	);
	await setPasswordByLink(testApp.app, code, 'wet stone quiet harbour', '198.51.100.20');
	expect(await asked()).toBe(now);
	await testApp.as(removeKey, { id: one.id }, before.caller);
	expect(await asked()).toBe(now);
	await testApp.as(keepKeys, {}, before.caller);
	expect(await asked()).toBeNull();
	// Removing the last key closes the review.
	const next = await testApp.app.database.write((tx) =>
		makeLink(tx, 'password', now, before.userId)
	);
	await setPasswordByLink(testApp.app, next, 'quiet harbour stone wet', '198.51.100.20');
	const inQuestion = () => isKeyReviewOpen(testApp.app.database.read, before.userId);
	expect(await inQuestion()).toBe(true);
	const { keys } = await testApp.as(listKeys, {}, before.caller);
	for (const { id } of keys) await testApp.as(removeKey, { id }, before.caller);
	expect(await inQuestion()).toBe(false);
});
