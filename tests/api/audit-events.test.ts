import { afterAll, beforeAll, expect, test } from 'vitest';
import { openRestApi, type RestApi } from './rest-client.ts';

let api: RestApi;
beforeAll(async () => {
	api = await openRestApi();
});
afterAll(() => api.testApp.close());

interface Event {
	id: string;
	verb: string;
	actor: string;
	about: { kind: string; id: string };
	receivedAt: string;
}

async function ask(query = '') {
	const { json } = await api.send('GET', `/audit-events${query}`);
	return json as unknown as { events: Event[]; nextCursor: string | null; resume: string | null };
}

function later(seconds: number): void {
	const now = Date.parse(api.testApp.clock.now());
	api.testApp.clock.set(new Date(now + seconds * 1000).toISOString());
}

test('a client reads events once and resumes with a cursor', async () => {
	later(60);
	const { resume: start } = await ask('?verb=people.added');
	const { json } = await api.send('POST', '/people', { name: 'Joan Whitcombe' });
	expect((await ask('?verb=people.added')).events).toEqual([]);
	later(6);
	const first = await ask('?verb=people.added');
	expect(first.events).toMatchObject([
		{ verb: 'people.added', about: { kind: 'person', id: json.id } }
	]);
	expect(start).toBeNull();
	expect(JSON.stringify(first)).not.toContain('Joan');

	const nothing = await ask(`?cursor=${String(first.resume)}`);
	expect(nothing).toEqual({ events: [], nextCursor: null, resume: first.resume });
	await api.send('POST', '/themes', { title: 'Baking' });
	later(6);
	const second = await ask(`?cursor=${String(nothing.resume)}`);
	expect(second.events.map(({ verb }) => verb)).toEqual(['themes.opened']);
});

test('events since an instant, of one verb, and of this workspace only', async () => {
	later(1);
	const since = api.testApp.clock.now();
	await api.send('POST', '/people', { name: 'Nils Berg' });
	const stranger = await api.keyFor(['read', 'write'], await api.testApp.another('Iris Vale'));
	await api.send('POST', '/people', { name: 'Somebody Else' }, stranger);
	later(6);
	const { events } = await ask(`?since=${since}`);
	expect(events.map(({ verb }) => verb)).toEqual(['people.added']);
	expect((await ask(`?since=${since}&verb=themes.opened`)).events).toEqual([]);
	const wrong = await api.send('GET', '/audit-events?since=yesterday');
	expect(wrong.json.errors).toMatchObject([{ field: 'since' }]);
});
