import { Webhook } from 'standardwebhooks';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openTheme, parkTheme } from '#features/clarity/operations.server.ts';
import { todayFacts } from '#features/today/operations.server.ts';
import { addHours, addMinutes } from '#kernel/clock.ts';
import { openTestApp, type TestApp } from '#tests/support/app.ts';
import {
	addWebhook,
	changeWebhook,
	listDeliveries,
	pauseWebhook,
	redeliver,
	rotateSecret,
	getWebhook,
	testWebhook
} from './operations.server.ts';
import { MOST_TRIES } from './rules/retries.ts';
import { openReceiver, quiet, type Received, type Receiver } from '#tests/support/receiver.ts';

/** Signatures are valid for five minutes of the real clock, so these tests start at the present time. */
let testApp: TestApp;
let receiver: Receiver;
beforeEach(async () => {
	testApp = await openTestApp(new Date().toISOString());
	receiver = await openReceiver();
});
afterEach(async () => {
	await testApp.close();
	await receiver.close();
});

const verified = (secret: string, { headers, body }: Received): unknown =>
	new Webhook(secret).verify(body, headers as Record<string, string>);

async function newTheme(title: string, who = testApp.caller): Promise<string> {
	return (await testApp.as(openTheme, { title }, who)).id;
}

const listed = async (id: string) => (await testApp.as(listDeliveries, { id })).deliveries;

/** Moves the clock to the next try and waits for it. */
async function nextTry(id: string): Promise<void> {
	const [delivery] = await listed(id);
	const attempts = delivery?.attempts ?? 0;
	testApp.clock.set(delivery?.nextTryAt ?? testApp.clock.now());
	testApp.app.jobs.wake();
	await expect
		.poll(async () => {
			const [now] = await listed(id);
			return now?.attempts === attempts + 1 && receiver.received.length > attempts;
		})
		.toBe(true);
	await expect.poll(async () => (await listed(id))[0]?.httpStatus ?? null).not.toBeNull();
	await new Promise((resolve) => setTimeout(resolve, 30));
}

test('an event arrives signed, with ids and verbs only', async () => {
	const { id, secret } = await testApp.as(addWebhook, { url: receiver.url, wants: ['themes.*'] });
	const theme = await newTheme('Restoring organs');
	await quiet(testApp);
	const [first] = receiver.received;
	expect(first && verified(secret, first)).toEqual({
		type: 'themes.opened',
		timestamp: testApp.clock.now(),
		data: {
			workspace: testApp.caller.workspaceId,
			event: expect.any(String) as string,
			about: { kind: 'theme', id: theme }
		}
	});
	expect(first?.body).not.toContain('organs');
	const event = await testApp.open
		.selectFrom('audit_events')
		.select('id')
		.where('verb', '=', 'themes.opened')
		.executeTakeFirst();
	expect(first?.told.data.event).toBe(event?.id);
	const [delivery] = await listed(id);
	expect(delivery).toMatchObject({ attempts: 1, httpStatus: 204, failure: null, nextTryAt: null });
	expect(first?.headers['webhook-id']).toBe(delivery?.id);
	expect((await testApp.as(getWebhook, { id })).webhook.lastOkAt).toBe(testApp.clock.now());
});

test('verification fails with another secret or a changed body', async () => {
	const { secret } = await testApp.as(addWebhook, { url: receiver.url, wants: ['themes.opened'] });
	await newTheme('Restoring organs');
	await quiet(testApp);
	const [first] = receiver.received;
	if (!first) throw new Error('Nothing arrived.');
	expect(() => verified(`whsec_${'A'.repeat(43)}=`, first)).toThrow();
	const changed = { ...first, body: first.body.replace('themes', 'Themes') };
	expect(() => verified(secret, changed)).toThrow();
});

test('only subscribed events are delivered, and none to a paused webhook', async () => {
	const { id } = await testApp.as(addWebhook, { url: receiver.url, wants: ['themes.parked'] });
	const theme = await newTheme('Restoring organs');
	await testApp.as(parkTheme, { id: theme, lookAgainOn: '2027-06-01' });
	await quiet(testApp);
	expect(receiver.received.map(({ told }) => told.type)).toEqual(['themes.parked']);
	await testApp.as(pauseWebhook, { id });
	const second = await newTheme('Teaching at a school of crafts');
	await testApp.as(parkTheme, { id: second, lookAgainOn: '2027-06-01' });
	await quiet(testApp);
	expect(receiver.received).toHaveLength(1);
});

test('a webhook never gets what happened in another workspace', async () => {
	const iris = await testApp.another('Iris Canary');
	await testApp.as(addWebhook, { url: receiver.url, wants: ['themes.*'] });
	await newTheme('A theme of another', iris);
	await newTheme('A theme of Mara');
	await quiet(testApp);
	expect(receiver.received.map(({ told }) => told.data.workspace)).toEqual([
		testApp.caller.workspaceId
	]);
});

test('a refused operation leaves no delivery: both are one transaction', async () => {
	await testApp.as(addWebhook, { url: receiver.url, wants: ['themes.*'] });
	for (const title of ['One', 'Two', 'Three']) await newTheme(title);
	await expect(newTheme('Four')).rejects.toThrow();
	await quiet(testApp);
	expect(receiver.received).toHaveLength(3);
});

test('a failed delivery is retried with the same id, and recovers', async () => {
	const { id, secret } = await testApp.as(addWebhook, { url: receiver.url, wants: ['themes.*'] });
	receiver.answer = 500;
	await newTheme('Restoring organs');
	await quiet(testApp);
	expect((await listed(id))[0]).toMatchObject({
		attempts: 1,
		httpStatus: 500,
		failure: 'Your program answered 500.',
		failedAt: null
	});
	receiver.answer = 200;
	await nextTry(id);
	const [first, second] = receiver.received;
	if (!first || !second) throw new Error('It was not tried again.');
	expect(second.headers['webhook-id']).toBe(first.headers['webhook-id']);
	expect(second.body).toBe(first.body);
	expect(verified(secret, second)).toEqual(second.told);
	expect((await listed(id))[0]).toMatchObject({ attempts: 2, failure: null, httpStatus: 200 });
});

test('after the last try it has failed, is shown as failing, and can be sent once more', async () => {
	const { id } = await testApp.as(addWebhook, { url: receiver.url, wants: ['themes.*'] });
	receiver.answer = 503;
	await newTheme('Restoring organs');
	await quiet(testApp);
	for (let tries = 1; tries < MOST_TRIES; tries += 1) await nextTry(id);
	const [failed] = await listed(id);
	expect(failed).toMatchObject({
		attempts: MOST_TRIES,
		nextTryAt: null,
		failedAt: testApp.clock.now()
	});
	expect(receiver.received).toHaveLength(MOST_TRIES);
	expect((await testApp.as(getWebhook, { id })).webhook.failingSince).toBe(testApp.clock.now());
	const { today } = await testApp.as(todayFacts, {});
	expect([today.first, ...today.also].at(-1)).toMatchObject({
		code: 'webhook-failing',
		about: { kind: 'webhook', id }
	});

	receiver.answer = 200;
	await testApp.as(redeliver, { webhookId: id, id: failed?.id ?? '' });
	await quiet(testApp);
	expect((await listed(id))[0]).toMatchObject({ attempts: 1, failedAt: null });
	expect(receiver.received.at(-1)?.headers['webhook-id']).toBe(failed?.id);
	expect((await testApp.as(getWebhook, { id })).webhook.failingSince).toBeNull();
});

test('five days of nothing but failures pause it', async () => {
	const { id } = await testApp.as(addWebhook, { url: receiver.url, wants: ['themes.*'] });
	const failingSince = testApp.clock.now();
	await testApp.open
		.transaction()
		.execute((tx) =>
			tx.updateTable('webhooks').set({ failing_since: failingSince }).where('id', '=', id).execute()
		);
	testApp.clock.set(addHours(failingSince, 5 * 24));
	receiver.answer = 500;
	await testApp.as(testWebhook, { id });
	await quiet(testApp);
	expect((await testApp.as(getWebhook, { id })).webhook).toMatchObject({
		pausedBecause: 'failing'
	});
	// The scheduled attempt is closed at its time, without a call.
	testApp.clock.set(addMinutes(testApp.clock.now(), 1));
	testApp.app.jobs.wake();
	await expect.poll(async () => (await listed(id))[0]?.failedAt ?? null).not.toBeNull();
	expect(receiver.received).toHaveLength(1);
});

test('status 410 ends the webhook at once', async () => {
	const { id } = await testApp.as(addWebhook, { url: receiver.url, wants: ['themes.*'] });
	receiver.answer = 410;
	await newTheme('Restoring organs');
	await quiet(testApp);
	expect((await listed(id))[0]).toMatchObject({ httpStatus: 410, nextTryAt: null });
	expect((await testApp.as(getWebhook, { id })).webhook.pausedBecause).toBe('gone');
	await newTheme('Teaching at a school of crafts');
	await quiet(testApp);
	expect(receiver.received).toHaveLength(1);
});

test('a redirect is recorded as a failure', async () => {
	const { id } = await testApp.as(addWebhook, { url: receiver.url, wants: ['themes.*'] });
	receiver.answer = 302;
	await testApp.as(testWebhook, { id });
	await quiet(testApp);
	expect((await listed(id))[0]?.failure).toContain('Imago does not follow redirects');
});

test('a receiver that never answers times out and delays no other job', async () => {
	await receiver.close();
	receiver = await openReceiver(400);
	const { id } = await testApp.as(addWebhook, { url: receiver.url, wants: ['themes.*'] });
	receiver.answer = 0;
	await testApp.as(testWebhook, { id });
	await testApp.settle();
	// The job is done while the call is still in progress.
	expect((await listed(id))[0]).toMatchObject({ attempts: 1, failure: null });
	await quiet(testApp);
	expect((await listed(id))[0]?.failure).toBe('No answer arrived in time.');
});

test('an attempt without outcome is repeated at a time scheduled before it', async () => {
	const { id } = await testApp.as(addWebhook, { url: receiver.url, wants: ['themes.*'] });
	receiver.answer = 0;
	await testApp.as(testWebhook, { id });
	await expect.poll(() => receiver.received.length).toBe(1);
	const [open] = await listed(id);
	const queued = await testApp.open
		.selectFrom('jobs')
		.select(['payload', 'run_at'])
		.where('done_at', 'is', null)
		.execute();
	expect(queued.map((job) => [job.run_at, JSON.parse(job.payload) as unknown])).toEqual([
		[open?.nextTryAt, { id: open?.id, at: open?.nextTryAt }]
	]);
	// As after a restart: the first call has no answer when the next attempt is due.
	receiver.answer = 204;
	testApp.clock.set(open?.nextTryAt ?? '');
	testApp.app.jobs.wake();
	await expect.poll(async () => (await listed(id))[0]?.deliveredAt ?? null).not.toBeNull();
	expect(receiver.received).toHaveLength(2);
	expect(receiver.received[1]?.headers['webhook-id']).toBe(open?.id);
});

test('a last attempt without outcome is closed as failed', async () => {
	const { id } = await testApp.as(addWebhook, { url: receiver.url, wants: ['themes.*'] });
	receiver.answer = 500;
	await testApp.as(testWebhook, { id });
	await quiet(testApp);
	await testApp.open
		.transaction()
		.execute((tx) =>
			tx
				.updateTable('deliveries')
				.set({ attempts: MOST_TRIES, failure: null })
				.where('webhook_id', '=', id)
				.execute()
		);
	testApp.clock.set((await listed(id))[0]?.nextTryAt ?? '');
	testApp.app.jobs.wake();
	await expect.poll(async () => (await listed(id))[0]?.failedAt ?? null).not.toBeNull();
	expect((await listed(id))[0]?.failure).toContain('during the last attempt');
	expect((await testApp.as(getWebhook, { id })).webhook.failingSince).toBe(testApp.clock.now());
	expect(receiver.received).toHaveLength(1);
});

test('many deliveries wait for slots, and all arrive', async () => {
	const { id } = await testApp.as(addWebhook, { url: receiver.url, wants: ['themes.*'] });
	for (let count = 0; count < 12; count += 1) await testApp.as(testWebhook, { id });
	for (let rounds = 0; rounds < 12 && receiver.received.length < 12; rounds += 1) {
		await testApp.settle();
		await new Promise((resolve) => setTimeout(resolve, 50));
		testApp.clock.set(addMinutes(testApp.clock.now(), 0.25));
		testApp.app.jobs.wake();
	}
	await quiet(testApp);
	expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size).toBe(12);
	expect(receiver.received).toHaveLength(12);
});

test('after a new secret both sign for a day, then the new one alone', async () => {
	const { id, secret: older } = await testApp.as(addWebhook, {
		url: receiver.url,
		wants: ['themes.*']
	});
	const { secret } = await testApp.as(rotateSecret, { id });
	await testApp.as(testWebhook, { id });
	await quiet(testApp);
	const [both] = receiver.received;
	if (!both) throw new Error('Nothing arrived.');
	expect(verified(secret, both)).toEqual(verified(older, both));
	testApp.clock.set(addHours(testApp.clock.now(), 24));
	await testApp.as(testWebhook, { id });
	await quiet(testApp);
	expect(receiver.received.at(-1)?.headers['webhook-signature']).not.toContain(' ');
});

test('a URL that is no longer allowed is not called', async () => {
	const { id } = await testApp.as(addWebhook, { url: receiver.url, wants: ['themes.*'] });
	const { configureOutbound } = await import('#server/outbound/settings.ts');
	configureOutbound({ outboundAllow: [] });
	await testApp.as(testWebhook, { id });
	await quiet(testApp);
	expect((await listed(id))[0]?.failure).toContain('private network');
	expect(receiver.received).toEqual([]);
});

test('a secret encrypted by another instance is reported as such', async () => {
	const { id } = await testApp.as(addWebhook, { url: receiver.url, wants: ['themes.*'] });
	await testApp.open
		.transaction()
		.execute((tx) =>
			tx.updateTable('webhooks').set({ secret: 'c2VhbGVk' }).where('id', '=', id).execute()
		);
	await testApp.as(testWebhook, { id });
	await quiet(testApp);
	expect((await listed(id))[0]?.failure).toContain('another Imago');
	expect(receiver.received).toEqual([]);
});

test('the last 200 are kept, for 30 days', async () => {
	const { id } = await testApp.as(addWebhook, { url: receiver.url, wants: ['themes.*'] });
	const start = testApp.clock.now();
	const old = (count: number, minutes: number) => ({
		workspace_id: testApp.caller.workspaceId,
		id: `old-${minutes}-${count}`,
		webhook_id: id,
		event_id: 'e',
		verb: 'themes.opened',
		about_kind: 'theme',
		about_id: 't',
		happened_at: start,
		queued_at: addMinutes(start, minutes - count),
		attempts: 1,
		delivered_at: start
	});
	await testApp.open.transaction().execute((tx) =>
		tx
			.insertInto('deliveries')
			.values([...Array.from({ length: 230 }, (_, count) => old(count, -1)), old(0, -31 * 24 * 60)])
			.execute()
	);
	await testApp.as(testWebhook, { id });
	await quiet(testApp);
	const rows = await testApp.open.selectFrom('deliveries').select('id').execute();
	expect(rows).toHaveLength(200);
	await testApp.as(changeWebhook, { id, wants: ['people.*'] });
});
