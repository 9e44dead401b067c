import { afterAll, beforeAll, expect, test } from 'vitest';
import { findPeople } from '#features/people/operations.server.ts';
import { fromQuery } from '#surfaces/rest/query.ts';
import { openRestApi, type RestApi } from '../api/rest-client.ts';

let api: RestApi;
beforeAll(async () => {
	api = await openRestApi();
});
afterAll(() => api.testApp.close());

test('an address is decoded once', () => {
	const { searchParams } = new URL('https://imago.example/?words=%2527%253Cb%253E');
	expect(fromQuery(findPeople, searchParams)).toEqual({ words: '%27%3Cb%3E' });
});

test('of duplicate names the last counts, in a query and in a body', async () => {
	const { json } = await api.send('POST', '/people', { name: 'Joan Whitcombe' });
	const id = String(json.id);
	const body = `{"id":"01938b6c-0000-7000-8000-000000000001","name":"Ida","name":"Joan Marsh"}`;
	expect((await api.send('PATCH', `/people/${id}`, body)).status).toBe(200);
	const found = await api.send('GET', '/people/find?words=nobody&words=marsh');
	expect(found.json).toMatchObject({ people: [{ id, name: 'Joan Marsh' }] });
});

test('a body sets no field that the operation does not name, and reaches no prototype', async () => {
	const stranger = await api.testApp.another('Iris Canary');
	const body = `{"name":"Petra Lund","workspace_id":"${stranger.workspaceId}","workspaceId":"${stranger.workspaceId}","added_at":"1999-01-01","__proto__":{"polluted":"yes"},"constructor":{"prototype":{"polluted":"yes"}}}`;
	expect((await api.send('POST', '/people', body)).status).toBe(200);
	const rows = await api.testApp.open
		.selectFrom('people')
		.selectAll()
		.where('name', '=', 'Petra Lund')
		.execute();
	expect(rows).toHaveLength(1);
	expect(rows[0]).toMatchObject({ workspace_id: api.testApp.caller.workspaceId });
	expect(JSON.stringify(rows)).not.toContain('1999');
	expect(({} as { polluted?: string }).polluted).toBeUndefined();
});
