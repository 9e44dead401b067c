import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { operations } from '#surfaces/registry.server.ts';
import { addOneOfEach, seedParents, type ParentIds } from './seed-rows.ts';
import { openRestApi, type RestApi } from './rest-client.ts';

const rows = 37;
let api: RestApi;
let parents: ParentIds;
beforeAll(async () => {
	api = await openRestApi();
	parents = await seedParents(api);
	for (let index = 1; index <= rows; index += 1) await addOneOfEach(api, parents, index);
});
afterAll(() => api.testApp.close());

type Item = Record<string, unknown>;

interface List {
	path: string;
	/** name of the list in the answer */
	items: string;
	/** the unique key of an item */
	key: (item: Item) => unknown;
}

const byId = ({ id }: Item) => id;
const lists: List[] = [
	{ path: '/people', items: 'people', key: byId },
	{ path: '/organizations', items: 'organizations', key: byId },
	{ path: '/interviews/find', items: 'interviews', key: byId },
	{ path: '/introduction-requests', items: 'introductionRequests', key: byId },
	{ path: '/introductions/find', items: 'introductions', key: byId },
	{ path: '/schools', items: 'schools', key: byId },
	{ path: '/events', items: 'events', key: byId },
	{ path: '/imports', items: 'imports', key: byId },
	{ path: '/imports/{importId}/rejected-rows', items: 'rows', key: ({ line }) => line },
	{ path: '/insights', items: 'insights', key: byId },
	{ path: '/consultations/held', items: 'held', key: byId },
	{ path: '/favours', items: 'favours', key: byId },
	{ path: '/audit-events', items: 'events', key: byId },
	{ path: '/webhooks/{webhookId}/deliveries', items: 'deliveries', key: byId }
];

const addressOf = (path: string): string =>
	path.replace('{importId}', parents.importId).replace('{webhookId}', parents.webhookId);

async function walk(
	{ path, items, key }: List,
	limit: number,
	query = '',
	between: () => Promise<void> = () => Promise.resolve()
): Promise<unknown[]> {
	const keys: unknown[] = [];
	let cursor: string | null = null;
	do {
		// Advances the clock, so that the rate limit of the key is not reached.
		api.testApp.clock.set(new Date(Date.parse(api.testApp.clock.now()) + 1000).toISOString());
		const at = addressOf(path);
		const from = cursor ? `&cursor=${cursor}` : '';
		const { status, json, text } = await api.send('GET', `${at}?limit=${limit}${query}${from}`);
		expect([status, status === 200 ? '' : text]).toEqual([200, '']);
		const page = json[items] as Item[];
		expect(page.length).toBeLessThanOrEqual(limit);
		keys.push(...page.map(key));
		cursor = json.nextCursor as string | null;
		if (cursor) await between();
	} while (cursor !== null);
	return keys;
}

test('every list that takes a cursor is walked here', () => {
	const paged = operations
		.filter(({ input }) => 'cursor' in ((input as { shape?: Item }).shape ?? {}))
		.map(({ http }) =>
			http.path.replace('{id}', http.path.startsWith('/webhooks') ? '{webhookId}' : '{importId}')
		);
	expect(paged.sort()).toEqual(lists.map(({ path }) => path).sort());
});

describe.each(lists)('$path', (list) => {
	test('any limit gives the same list, each once', async () => {
		const all = await walk(list, 100);
		expect(all.length).toBeGreaterThanOrEqual(rows);
		expect(new Set(all).size).toBe(all.length);
		await fc.assert(
			fc.asyncProperty(fc.integer({ min: 1, max: 45 }), async (limit) => {
				expect(await walk(list, limit)).toEqual(all);
			}),
			{ numRuns: 6 }
		);
	});

	test('a cursor that is none, and one of another list, are refused at its field', async () => {
		const at = addressOf(list.path);
		const other = lists.find(({ path }) => path !== list.path && !path.includes('{'));
		const { json } = await api.send('GET', `${other?.path ?? ''}?limit=1`);
		for (const cursor of ['x', String(json.nextCursor), 'WyJwZW9wbGUiXQ']) {
			const answer = await api.send('GET', `${at}?cursor=${cursor}`);
			expect(answer.status).toBe(422);
			expect(answer.json.code).toMatch(/\.cursor$/);
			expect(answer.json.errors).toMatchObject([{ field: 'cursor' }]);
		}
	});

	test.each(['0', '101', '1.5', 'many', ''])('a limit of "%s"', async (limit) => {
		const at = addressOf(list.path);
		const { status } = await api.send('GET', `${at}?limit=${limit}`);
		expect(status).toBe(limit === '' ? 200 : 422);
	});
});

test('rows added meanwhile shift nothing: each existing row is read once', async () => {
	let index = rows;
	for (const list of lists) {
		const before = await walk(list, 100);
		const keys = await walk(list, 3, '', async () => {
			index += 1;
			if (index < rows + 40) await addOneOfEach(api, parents, index);
		});
		expect(new Set(keys).size).toBe(keys.length);
		expect(keys.filter((key) => before.includes(key))).toEqual(before);
		index = Math.max(index, rows + 40);
	}
});
