import { afterAll, beforeAll, expect, test } from 'vitest';
import { readForm } from '#surfaces/forms/read-form.ts';
import { readJson } from '#surfaces/json-body.ts';
import { openRestApi, type RestApi } from './rest-client.ts';

/** Bodies beyond the bounds are refused before they are parsed, at every address. */
let api: RestApi;
beforeAll(async () => {
	api = await openRestApi();
});
afterAll(() => api.testApp.close());

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

test('request bodies of interview pages have the same bounds', async () => {
	const headers = { 'content-type': 'application/json' };
	const request = (body: string) =>
		new Request('http://127.0.0.1/', { method: 'PUT', headers, body });
	await expect(readJson(request(deep(20_000)))).rejects.toMatchObject({ status: 413 });
	await expect(readJson(request('x'.repeat(1_100_000)))).rejects.toMatchObject({ status: 413 });
	await expect(readJson(request('not json'))).rejects.toMatchObject({ code: 'body.not-json' });
});

function formOf(type: string, body: string): Request {
	const headers = { 'content-type': type };
	return new Request('http://127.0.0.1/signin', { method: 'POST', headers, body });
}

test('a form of 500,000 fields is refused within half a second', async () => {
	const form = formOf('application/x-www-form-urlencoded', 'a&'.repeat(500_000));
	const began = performance.now();
	await expect(readForm(form)).rejects.toMatchObject({ code: 'form.too-many-fields' });
	expect(performance.now() - began).toBeLessThan(500);
});

test.each(['boundary=b', 'xboundary=zzzz; boundary=b'])(
	'reading a form stops once it has too many parts (%s)',
	async (parameters) => {
		const piece = Buffer.from(
			'--b\r\ncontent-disposition: form-data; name="a"\r\n\r\n\r\n'.repeat(500)
		);
		let pulled = 0;
		const body = new ReadableStream<Uint8Array>({
			pull: (controller) => {
				pulled += 1;
				if (pulled > 1000) controller.close();
				else controller.enqueue(piece);
			}
		});
		const headers = { 'content-type': `multipart/form-data; ${parameters}` };
		const init = { method: 'POST', headers, body, duplex: 'half' };
		const form = new Request('http://127.0.0.1/signin', init as RequestInit);
		await expect(readForm(form)).rejects.toMatchObject({ code: 'form.too-many-fields' });
		expect(pulled).toBeLessThan(6);
	}
);

test.each(['multipart/form-data; boundary=c', 'multipart/form-data', 'text/plain'])(
	'a form of another type than its body is refused (%s)',
	async (type) => {
		const body = '--b\r\ncontent-disposition: form-data; name="a"\r\n\r\nx\r\n--b--';
		await expect(readForm(formOf(type, body))).rejects.toMatchObject({ code: 'form.unreadable' });
	}
);

test('fields and files come as they were sent, whatever their names and bytes', async () => {
	const form = new FormData();
	form.append('note', 'two\r\nlines, – ü 語');
	form.append('note', '');
	form.append('ü', 'x'.repeat(1_500_000));
	const bytes = Uint8Array.from({ length: 100_000 }, (_, at) => (at * 7) % 256);
	form.append('file', new File([bytes], 'Kontakte – ä.csv', { type: 'text/csv' }));
	form.append('empty', new File([], ''));
	const sent = new Request('http://127.0.0.1/', { method: 'POST', body: form });
	const read = await readForm(sent);
	expect(read.getAll('note')).toEqual(form.getAll('note'));
	expect(String(read.get('ü'))).toHaveLength(1_500_000);
	const file = read.get('file') as File;
	expect([file.name, file.type]).toEqual(['Kontakte – ä.csv', 'text/csv']);
	expect(Buffer.from(await file.arrayBuffer()).equals(Buffer.from(bytes))).toBe(true);
	expect((read.get('empty') as File).size).toBe(0);
});
