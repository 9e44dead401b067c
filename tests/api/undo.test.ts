import { afterAll, beforeAll, expect, test } from 'vitest';
import { addMinutes } from '#kernel/clock.ts';
import { addKey } from '#features/account/operations.server.ts';
import { newId } from '#server/tokens.ts';
import { openRestApi, type RestApi } from './rest-client.ts';

interface Link {
	method: string;
	href: string;
	body?: Record<string, unknown>;
}

let api: RestApi;
beforeAll(async () => {
	api = await openRestApi();
});
afterAll(() => api.testApp.close());

/** Sends the undo request of an answer, as a client does that knows nothing else. */
function follow({ method, href, body }: Link) {
	return api.send(method, href.replace('/api/v1', ''), body);
}

test('a write is answered with the request that undoes it', async () => {
	const added = await api.send('POST', '/people', { name: 'Joan Whitcombe' });
	expect(added.json.undo).toEqual({
		method: 'POST',
		href: `/api/v1/people/${String(added.json.id)}/take-back`
	});
	expect((await follow(added.json.undo as Link)).status).toBe(200);
	expect((await api.send('GET', `/people/${String(added.json.id)}`)).status).toBe(404);
});

test('an undo request carries the previous values, and is refused after a later change', async () => {
	const { json } = await api.send('POST', '/people', { name: 'Nils Berg', place: 'Bergen' });
	const at = `/people/${String(json.id)}`;
	api.testApp.clock.set(addMinutes(api.testApp.clock.now(), 1));
	const moved = await api.send('PATCH', at, { place: 'Oslo' });
	const back = moved.json.undo as Link;
	expect(back).toMatchObject({ method: 'PATCH', body: { place: 'Bergen' } });
	api.testApp.clock.set(addMinutes(api.testApp.clock.now(), 1));
	expect((await follow(back)).status).toBe(200);
	expect((await api.send('GET', at)).json.place).toBe('Bergen');
	const again = await follow(back);
	expect([again.status, again.json.code]).toEqual([409, 'people.changed-meanwhile']);
	expect((await api.send('GET', at)).json.place).toBe('Bergen');
});

test('reads have no undo request, and the OpenAPI document describes it', async () => {
	const { key } = await api.testApp.as(addKey, {
		name: 'Drafts alone',
		effects: ['read', 'draft']
	});
	const theme = await api.send('POST', '/themes', { title: 'Copy editing' });
	expect(theme.json.undo).toBeDefined();
	const read = await api.send('GET', '/people', undefined, key);
	expect(read.json).not.toHaveProperty('undo');
	const document = await api.send('GET', '/openapi.json');
	expect(JSON.stringify(document.json)).toContain('#/components/schemas/Undo');
});

test('an operation that changed nothing has no undo request, which would undo an earlier one', async () => {
	const { json } = await api.send('POST', '/themes', { title: 'Proofreading' });
	const at = `/themes/${String(json.id)}`;
	const moved = await api.send('PUT', `${at}/title`, { title: 'Line editing' });
	expect(moved.json.undo).toBeDefined();
	const again = await api.send('PUT', `${at}/title`, { title: 'Line editing' });
	expect(again.status).toBe(200);
	expect(again.json).not.toHaveProperty('undo');
	const id = newId();
	const criterion = { id, text: 'Working with words' };
	expect((await api.send('POST', '/criteria', criterion)).json.undo).toBeDefined();
	expect((await api.send('POST', '/criteria', criterion)).json).not.toHaveProperty('undo');
});
