import { afterAll, beforeAll, expect, test } from 'vitest';
import { readForm } from '#surfaces/forms/read-form.ts';
import { readJson } from '#surfaces/json-body.ts';
import { openApi, type Api } from './program.ts';

/** What a parser would choke on never reaches one, at whatever address it comes to. */
let api: Api;
beforeAll(async () => {
	api = await openApi();
});
afterAll(() => api.house.close());

const deep = (levels: number): string =>
	`{"name":${'['.repeat(levels)}${']'.repeat(levels)},"note":"x"}`;
const wide = (values: number): string => `{"name":"x","note":[${'1,'.repeat(values)}1]}`;

test.each([
	['twenty thousand lists in each other', deep(20_000)],
	['a depth that no input has', deep(40)],
	['a hundred thousand values', wide(100_000)]
])('%s are refused with 413, with a key for idempotency and without', async (_, body) => {
	for (const headers of [{}, { 'idempotency-key': 'deep' }]) {
		const answer = await api.send('POST', '/people', body, api.key, headers);
		expect([answer.status, answer.json.code]).toEqual([413, 'body.too-much']);
	}
});

test('a file may be long, and is one string', async () => {
	const file = { fileName: 'a.csv', content: 'A'.repeat(2_000_000) };
	const lists = { fileName: 'a.csv', content: 'A'.repeat(2_000_000), more: Array(200).fill(1) };
	for (const [body, status] of [
		[file, 200],
		[lists, 413]
	] as const) {
		const text = JSON.stringify(body);
		const headers = { 'content-length': String(text.length) };
		expect((await api.send('POST', '/imports', text, api.key, headers)).status).toBe(status);
	}
});

test('what the pages of an interview send is bounded alike', async () => {
	const headers = { 'content-type': 'application/json' };
	const request = (body: string) =>
		new Request('http://127.0.0.1/', { method: 'PUT', headers, body });
	await expect(readJson(request(deep(20_000)))).rejects.toMatchObject({ status: 413 });
	await expect(readJson(request('x'.repeat(1_100_000)))).rejects.toMatchObject({ status: 413 });
	await expect(readJson(request('not json'))).rejects.toMatchObject({ code: 'body.not-json' });
});

test.each([
	['application/x-www-form-urlencoded', 'a&'.repeat(500_000)],
	[
		'multipart/form-data; boundary=b',
		`${'--b\r\ncontent-disposition: form-data; name="a"\r\n\r\n\r\n'.repeat(100_000)}--b--`
	]
])('a form of half a million fields costs nobody a second (%s)', async (type, body) => {
	const form = new Request('http://127.0.0.1/signin', {
		method: 'POST',
		headers: { 'content-type': type },
		body
	});
	const began = performance.now();
	await expect(readForm(form)).rejects.toMatchObject({ code: 'form.too-many-fields' });
	expect(performance.now() - began).toBeLessThan(200);
});
