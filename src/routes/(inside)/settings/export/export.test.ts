import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addPerson } from '#features/people/operations.server.ts';
import type { Actor } from '#kernel/access.ts';
import { openTestApp, type TestApp } from '#tests/support/app.ts';
import * as route from './+server.ts';

let house: TestApp;
beforeAll(async () => {
	house = await openTestApp();
	await house.as(addPerson, { name: 'Joan Whitcombe' });
});
afterAll(() => house.close());

async function post(fields: Record<string, string>, actor = house.caller.actor): Promise<Response> {
	const request = new Request('http://127.0.0.1/settings/export', {
		method: 'POST',
		body: new URLSearchParams(fields)
	});
	const locals = { app: house.app, caller: { ...house.caller, actor } };
	return route.POST({ request, locals } as Parameters<typeof route.POST>[0]);
}

test('a form brings the file, under a name with its date', async () => {
	const response = await post({});
	expect(response.headers.get('content-type')).toBe('application/json');
	expect(response.headers.get('content-disposition')).toBe(
		'attachment; filename="imago-2026-11-23.json"'
	);
	const text = await response.text();
	expect(text).toContain('Joan Whitcombe');
	const packed = await post({ form: 'json.gz' });
	expect(packed.headers.get('content-type')).toBe('application/gzip');
	expect(gunzipSync(await packed.bytes()).toString()).toBe(text);
});

test('GET returns no export', () => {
	expect(Object.keys(route)).toEqual(['POST']);
});

test.each<[string, Actor]>([
	['nobody', { kind: 'nobody' }],
	['a session from before', { kind: 'explorer', userId: 'u', fresh: false }]
])('%s is sent to sign in, and back to Settings', async (_, actor) => {
	await expect(post({}, actor)).rejects.toMatchObject({
		status: 303,
		location: '/signin?back=%2Fsettings&again=1'
	});
});

test('another form than these is refused with a sentence', async () => {
	const response = await post({ form: 'exe' });
	expect([response.status, await response.text()]).toEqual([
		422,
		'Choose json or json.gz. Nothing was changed.'
	]);
});
