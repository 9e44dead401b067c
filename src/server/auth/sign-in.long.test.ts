import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openTestApp, testStart, type TestApp } from '#tests/support/app.ts';
import { invited, signedIn } from '#tests/support/signed-in.ts';
import { password } from '#tests/support/visitor.ts';
import { signIn } from './sign-in.ts';

let testApp: TestApp;
let email: string;
beforeAll(async () => {
	testApp = await openTestApp(testStart);
	email = await invited(testApp, 'Nadia');
});
afterAll(() => testApp.close());
beforeEach(() => {
	wait(3600);
});

function wait(seconds: number): void {
	testApp.clock.set(new Date(Date.parse(testApp.app.clock.now()) + seconds * 1000).toISOString());
}

const wrong = (address: string, account = email) =>
	signIn(testApp.app, account, 'not this one at all', { address }).then(
		() => 'in',
		(error: unknown) => {
			const { code, retryAfter } = error as { code: string; retryAfter?: number };
			return retryAfter === undefined ? code : `${code} ${retryAfter}`;
		}
	);
const right = async (address: string) =>
	(await signIn(testApp.app, email, password, { address })).response.ok;

test('after five failures each try waits, longer and longer and at most a minute; then the right one works', async () => {
	const from = '192.0.2.1';
	for (let tries = 0; tries < 5; tries += 1) expect(await wrong(from)).toBe('sign-in.no-match');
	for (const seconds of [1, 2, 4, 8, 16, 32, 60, 60]) {
		expect(await wrong(from)).toBe(`sign-in.too-many ${seconds}`);
		await expect(right(from)).rejects.toMatchObject({ status: 429, retryAfter: seconds });
		wait(seconds);
		expect(await wrong(from)).toBe('sign-in.no-match');
	}
	// A try that comes too early does not extend the wait.
	wait(30);
	expect(await wrong(from)).toBe('sign-in.too-many 30');
	wait(30);
	expect(await right(from)).toBe(true);
	expect(await wrong(from)).toBe('sign-in.no-match');
});

test('wrong passwords from one network do not delay another network', async () => {
	for (let tries = 0; tries < 12; tries += 1) await wrong('192.0.2.40');
	expect(await wrong('192.0.2.41')).toMatch('sign-in.too-many');
	expect(await right('203.0.113.1')).toBe(true);
});

test('of many simultaneous tries only the allowed number is compared', async () => {
	const answers = await Promise.all(Array.from({ length: 20 }, () => wrong('192.0.2.200')));
	expect(answers.filter((answer) => answer === 'sign-in.no-match')).toHaveLength(5);
});

test('a network that tries many accounts is delayed, but not accounts that signed in from it before', async () => {
	const classroom = '203.0.113.77';
	await signedIn(testApp, email, { address: classroom });
	for (let tries = 0; tries < 60; tries += 1) {
		expect(await wrong(classroom, `nobody${tries}@people.example`)).toBe('sign-in.no-match');
	}
	expect(await wrong(classroom, 'one@people.example')).toBe('sign-in.too-many 1');
	expect(await right(classroom)).toBe(true);
	// Even after hours: half a minute, no more.
	for (let tries = 0; tries < 8; tries += 1) {
		wait(30);
		expect(await wrong(classroom, `some${tries}@people.example`)).toBe('sign-in.no-match');
	}
	expect(await wrong(classroom, 'one@people.example')).toBe('sign-in.too-many 30');
	expect(await right(classroom)).toBe(true);
}, 60_000);

test('many networks that guess at one account are delayed, but never the owner in a known network', async () => {
	const home = '203.0.113.200';
	await signedIn(testApp, email, { address: home });
	for (let tries = 0; tries < 100; tries += 1) {
		expect(await wrong(`10.${tries}.0.1`)).toBe('sign-in.no-match');
	}
	expect(await wrong('10.200.0.1')).toBe('sign-in.too-many 1');
	expect(await right(home)).toBe(true);
	wait(1);
	expect(await right('10.201.0.1')).toBe(true);
}, 60_000);

test('an address or password that is too long is neither compared nor counted', async () => {
	for (let tries = 0; tries < 40; tries += 1) {
		expect(await wrong('203.0.113.9', `${'x'.repeat(5000)}@people.example`)).toBe(
			'sign-in.no-match'
		);
	}
	expect(await right('203.0.113.9')).toBe(true);
});

test('networks are remembered as keyed hashes', async () => {
	await signedIn(testApp, email, { address: '203.0.113.200' });
	const rows = await testApp.open.selectFrom('known_networks').selectAll().execute();
	expect(rows.length).toBeGreaterThan(0);
	for (const { network } of rows) expect(network).toMatch(/^[\w-]{43}$/);
	expect(JSON.stringify(rows)).not.toMatch(/203\.0|198\.51/);
});

test('sign-ins beyond the hashing queue are refused with retryAfter and not counted as failures', async () => {
	const flood = await Promise.allSettled(
		Array.from({ length: 90 }, (_, each) => right(`172.16.${each}.1`))
	);
	const refused = flood.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []));
	for (const reason of refused) expect(reason).toMatchObject({ code: 'sign-in.busy', status: 503 });
	expect(refused.length).toBeGreaterThan(0);
	expect(flood.some(({ status }) => status === 'fulfilled')).toBe(true);
}, 60_000);

test('signing in again ends the session it replaces, and stores only the family of the browser', async () => {
	const userAgent = 'Mozilla/5.0 (Windows NT 10.0; rv:140.0) Gecko/20100101 Firefox/140.0';
	const before = await signedIn(testApp, email);
	const after = await signedIn(testApp, email, {
		address: '198.51.100.20',
		userAgent,
		replaces: before
	});
	const rows = await testApp.open
		.selectFrom('auth_session')
		.selectAll()
		.where('id', 'in', [before.sessionId, after.sessionId])
		.execute();
	expect(rows).toMatchObject([
		{ id: after.sessionId, userAgent: 'Firefox on Windows', signedInBy: 'password' }
	]);
	expect(rows[0]?.ipAddress ?? '').toBe('');
});
