import { afterAll, beforeAll, expect, test } from 'vitest';
import { connectionsCsv } from '../support/connections.ts';
import { openRestApi, type RestApi } from './rest-client.ts';

let api: RestApi;
let readOnly: string;
beforeAll(async () => {
	api = await openRestApi();
	readOnly = await api.keyFor(['read']);
});
afterAll(() => api.testApp.close());

interface Scenario {
	name: string;
	ask: [verb: string, path: string, body?: unknown];
	/** another key than the usual one; `null` for none */
	key?: () => string | null;
	status: number;
	contains?: string[];
	never?: string[];
}

const anyId = '01938b6c-0000-7000-8000-000000000001';

const scenarios: Scenario[] = [
	{
		name: 'no key',
		ask: ['GET', '/profile'],
		key: () => null,
		status: 401,
		contains: ['key.missing', 'Create a key in Settings']
	},
	{ name: 'a key that is none', ask: ['GET', '/profile'], key: () => 'imago_x', status: 401 },
	{
		name: 'a key of the right form that is not ours',
		ask: ['GET', '/profile'],
		key: () => `imago_${'A'.repeat(43)}`,
		status: 401
	},
	{
		name: 'a reading key that would write',
		ask: ['POST', '/themes', { title: 'Baking' }],
		key: () => readOnly,
		status: 403,
		contains: ['access.not-allowed']
	},
	{
		name: 'a key that would make a key',
		ask: ['POST', '/keys', { name: 'x', effects: ['read'] }],
		status: 403
	},
	{
		name: 'a key that would erase the account',
		ask: ['DELETE', '/account?email=mara.lindqvist@people.example'],
		status: 403
	},
	{
		name: 'an address that is none',
		ask: ['GET', '/nothing'],
		status: 404,
		contains: ['path.missing']
	},
	{
		name: 'a body that is no JSON',
		ask: ['POST', '/themes', '{"title":'],
		status: 422,
		contains: ['body.not-json', 'openapi.json'],
		never: ['SyntaxError', 'at JSON']
	},
	{
		name: 'a body that is a list',
		ask: ['POST', '/themes', []],
		status: 422,
		contains: ['body.not-json']
	},
	{
		name: 'an empty body where something is needed',
		ask: ['POST', '/themes'],
		status: 422,
		contains: ['"field":"title"']
	},
	{
		name: 'a body beyond its limit',
		ask: ['POST', '/themes', { title: 'x'.repeat(1_100_000) }],
		status: 413,
		contains: ['body.too-large']
	},
	{
		name: 'an id that is none',
		ask: ['PATCH', '/themes/1', { title: 'x' }],
		status: 422,
		contains: ['"field":"id"']
	},
	{
		name: 'a theme that is not there',
		ask: ['POST', `/themes/${anyId}/parking`, {}],
		status: 404,
		contains: ['theme.missing']
	},
	{
		name: 'what is spelt out wins over an id',
		ask: ['GET', '/people/find?words=zz'],
		status: 200,
		contains: ['"people":[]']
	},
	{
		name: 'an impossible date',
		ask: ['POST', '/pauses', { from: '2026-02-30', until: '2026-03-01' }],
		status: 422,
		contains: ['"field":"from"']
	},
	{
		name: 'a zone that does not exist',
		ask: ['PATCH', '/profile', { zone: 'Mars/Olympus' }],
		status: 422,
		contains: ['Choose one from the list']
	},
	{
		name: 'an interview with nobody',
		ask: ['POST', '/interviews', { personId: anyId, themeId: anyId, channel: 'direct' }],
		status: 404,
		never: ['people', 'foreign key']
	}
];

test.each(scenarios)('$name', async ({ ask, key, status, contains = [], never = [] }) => {
	const [verb, path, body] = ask;
	const chosen = key?.();
	const answer = await api.send(verb, path, body, ...(key ? [chosen] : []));
	expect(answer.status).toBe(status);
	if (status >= 400) {
		expect(answer.type).toBe('application/problem+json');
		expect(Object.keys(answer.json)).toEqual(
			expect.arrayContaining(['type', 'title', 'status', 'detail', 'code'])
		);
	}
	for (const text of contains) expect(answer.text).toContain(text);
	for (const text of [...never, 'node_modules', 'sqlite', 'stack'])
		expect(answer.text.toLowerCase()).not.toContain(text.toLowerCase());
});

test('after thirty wrong keys from one network the next is a 429; a valid key still works', async () => {
	const other = await openRestApi();
	const wrong = () => other.send('GET', '/profile', undefined, `imago_${'B'.repeat(43)}`);
	for (let tries = 0; tries < 30; tries += 1) await wrong();
	const answer = await wrong();
	expect(answer.status).toBe(429);
	expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
	expect((await other.send('GET', '/profile')).status).toBe(200);
	await other.testApp.close();
});

test('the same id sent twice with the same body is one thing, with another body a conflict', async () => {
	const pause = {
		id: '01938b6c-0000-7000-8000-00000000aaaa',
		from: '2026-12-21',
		until: '2027-01-03'
	};
	expect((await api.send('POST', '/pauses', pause)).status).toBe(200);
	expect((await api.send('POST', '/pauses', pause)).status).toBe(200);
	expect((await api.send('POST', '/pauses', { ...pause, until: '2027-01-04' })).status).toBe(409);
});

test('a file of 30,000 rows is accepted over REST, as text and as base64', async () => {
	const csv = connectionsCsv({ rows: 30_000, seed: 5, preamble: true });
	const asText = await api.send('POST', '/imports', {
		fileName: 'Connections.csv',
		encoding: 'text',
		content: csv
	});
	expect(asText.status).toBe(200);
	await api.testApp.settle();
	const preview = await api.send('GET', `/imports/${String(asText.json.id)}`);
	expect(preview.text).toMatch(/"fresh":(2\d{4}|30000)/);
	await api.send('POST', `/imports/${String(asText.json.id)}/discard`, {});
	const asBase64 = await api.send('POST', '/imports', {
		fileName: 'Connections.csv',
		content: Buffer.from(csv).toString('base64')
	});
	expect(asBase64.status).toBe(200);
	await api.testApp.settle();
}, 120_000);
