import { afterAll, beforeAll, expect, test } from 'vitest';
import { addMinutes } from '#kernel/clock.ts';
import { perform } from '#server/perform.ts';
import { configureOutbound } from '#server/outbound/settings.ts';
import { openTestApp, type TestApp } from '#tests/support/app.ts';
import {
	addWebhook,
	changeWebhook,
	listDeliveries,
	listWebhooks,
	pauseWebhook,
	redeliver,
	removeWebhook,
	resumeWebhook,
	rotateSecret,
	getWebhook,
	testWebhook
} from './operations.server.ts';

let testApp: TestApp;
beforeAll(async () => {
	testApp = await openTestApp();
});
afterAll(() => testApp.close());

const url = 'https://hooks.example/imago?token=abc';
const wants: 'themes.*'[] = ['themes.*'];

test('a webhook is listed with its address and without its secret', async () => {
	const { id, secret } = await testApp.as(addWebhook, { url, wants: ['themes.*', 'themes.*'] });
	expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
	const { webhooks } = await testApp.as(listWebhooks, {});
	expect(webhooks).toMatchObject([{ id, url, wants, pausedAt: null, failingSince: null }]);
	expect(JSON.stringify(webhooks)).not.toContain(secret.slice(6));
	const rows = await testApp.open.selectFrom('webhooks').selectAll().execute();
	expect(JSON.stringify(rows)).not.toContain(secret.slice(6));
	await testApp.as(removeWebhook, { id });
	expect((await testApp.as(listWebhooks, {})).webhooks).toEqual([]);
});

test('an API key gets only the origin of the URL, which often holds a secret', async () => {
	const { id } = await testApp.as(addWebhook, { url, wants });
	const key = {
		...testApp.caller,
		actor: { kind: 'key', keyId: 'k', effects: ['read'] } as const
	};
	const seen = await testApp.as(getWebhook, { id }, key);
	expect(seen.webhook.url).toBe('https://hooks.example/…');
	await testApp.as(removeWebhook, { id });
});

test.each([
	'hooks',
	'http://hooks.example/',
	'https://localhost./',
	'https://10.0.0.1/',
	'https://mara:pass@hooks.example/',
	'https://hooks.example:22/'
])('%s is refused at its field', async (wrong) => {
	await expect(testApp.as(addWebhook, { url: wrong, wants })).rejects.toMatchObject({
		fields: [{ field: 'url' }]
	});
	expect((await testApp.as(listWebhooks, {})).webhooks).toEqual([]);
});

test('a webhook subscribes to at least one event, and only to known ones', async () => {
	await expect(testApp.as(addWebhook, { url, wants: [] })).rejects.toMatchObject({
		fields: [{ field: 'wants' }]
	});
	for (const unknown of ['keys.added', 'everything.*', 'introductionRequests.written']) {
		await expect(
			perform(testApp.app, addWebhook, testApp.caller, { url, wants: [unknown] })
		).rejects.toMatchObject({ code: 'input.invalid' });
	}
});

test('ten are the most', async () => {
	const made: string[] = [];
	for (let count = 0; count < 10; count += 1) {
		made.push((await testApp.as(addWebhook, { url, wants })).id);
	}
	await expect(testApp.as(addWebhook, { url, wants })).rejects.toMatchObject({
		code: 'webhooks.too-many'
	});
	for (const id of made) await testApp.as(removeWebhook, { id });
});

test('URL and subscriptions are changed, and nothing else', async () => {
	const { id } = await testApp.as(addWebhook, { url, wants });
	await testApp.as(changeWebhook, { id, wants: ['meetings.agreed', 'people.*'] });
	await testApp.as(changeWebhook, { id, url: 'https://other.example/' });
	expect((await testApp.as(getWebhook, { id })).webhook).toMatchObject({
		url: 'https://other.example/',
		wants: ['meetings.agreed', 'people.*']
	});
	await expect(
		testApp.as(changeWebhook, { id, url: 'https://192.168.0.1/' })
	).rejects.toMatchObject({
		code: 'webhooks.url'
	});
	const before = (await testApp.as(rotateSecret, { id })).secret;
	expect((await testApp.as(rotateSecret, { id })).secret).not.toBe(before);
	await testApp.as(removeWebhook, { id });
});

test('a paused one is sent nothing by hand either, and goes on when asked', async () => {
	const { id } = await testApp.as(addWebhook, { url, wants });
	await testApp.as(pauseWebhook, { id });
	await expect(testApp.as(pauseWebhook, { id })).rejects.toMatchObject({
		code: 'webhooks.paused-already'
	});
	await expect(testApp.as(testWebhook, { id })).rejects.toMatchObject({ code: 'webhooks.paused' });
	expect((await testApp.as(getWebhook, { id })).webhook.pausedBecause).toBe('person');
	await testApp.as(resumeWebhook, { id });
	await expect(testApp.as(resumeWebhook, { id })).rejects.toMatchObject({
		code: 'webhooks.not-paused'
	});
	await testApp.as(removeWebhook, { id });
});

test('deliveries come a page at a time, the newest first, each once', async () => {
	configureOutbound({ outboundAllow: ['127.0.0.1'] });
	// No server listens at this port.
	const { id } = await testApp.as(addWebhook, { url: 'https://127.0.0.1:1024/', wants });
	const sent: string[] = [];
	for (let count = 0; count < 7; count += 1) {
		testApp.clock.set(addMinutes(testApp.clock.now(), 1));
		sent.unshift((await testApp.as(testWebhook, { id })).id);
	}
	const seen: string[] = [];
	let cursor: string | undefined;
	do {
		const page = await testApp.as(listDeliveries, { id, limit: 3, ...(cursor ? { cursor } : {}) });
		seen.push(...page.deliveries.map((each) => each.id));
		cursor = page.nextCursor ?? undefined;
	} while (cursor);
	expect(seen).toEqual(sent);
	await expect(testApp.as(listDeliveries, { id, cursor: 'nowhere' })).rejects.toMatchObject({
		code: 'deliveries.cursor'
	});
	await expect(testApp.as(redeliver, { webhookId: id, id: sent[0] ?? '' })).rejects.toMatchObject({
		code: 'deliveries.on-its-way'
	});
	await testApp.as(removeWebhook, { id });
	await testApp.settle();
	configureOutbound({ outboundAllow: [] });
});
