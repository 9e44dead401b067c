import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anotherExplorer, emailOf, imago } from '../support/imago.ts';
import { firstExplorer, password, Visitor } from '../support/visitor.ts';
import { startServer, type RunningServer } from '../support/server.ts';

let server: RunningServer;
let mara: Visitor;
beforeAll(async () => {
	server = await startServer();
	mara = await firstExplorer(server);
});
afterAll(() => server.stop());

const someone = { name: 'Nadia', email: 'nadia@people.example', password, zone: 'Europe/Lisbon' };

test('health tells version, schema, engine and time zone data, and nothing else', async () => {
	const health = (await (await fetch(`${server.origin}/healthz`)).json()) as object;
	expect(Object.keys(health)).toEqual(['status', 'version', 'schema', 'engine', 'timeZoneData']);
});

test('the first link works once, and sign-up is closed afterwards', async () => {
	const again = await new Visitor(server.origin).post(server.firstLink ?? '', someone);
	expect(again.status).toBe(404);
	const open = await new Visitor(server.origin).post('/begin', someone);
	expect(open.status).toBe(403);
	expect(await open.text()).toContain('You need an invitation');
});

test('a wrong address and a wrong password answer alike', async () => {
	const visitor = new Visitor(server.origin);
	const wrongPassword = await visitor.post('/signin', {
		email: 'mara@lindqvist.example',
		password: 'x'.repeat(20)
	});
	const wrongAddress = await visitor.post('/signin', {
		email: 'no@body.example',
		password: 'x'.repeat(20)
	});
	expect(wrongPassword.status).toBe(422);
	const plain = (text: string): string =>
		text.replace(/nonce="[^"]*"/g, '').replace(/mara@lindqvist|no@body/g, '');
	const bare = async (response: Response) =>
		plain(await response.text())
			.replace(/__sveltekit_\w+/g, '')
			.replace(/\s+/g, ' ');
	expect(await bare(wrongPassword)).toBe(await bare(wrongAddress));
});

test('the session cookie is HttpOnly and Lax, and signing out ends it on the server', async () => {
	const visitor = new Visitor(server.origin);
	const entered = await visitor.post('/signin', { email: 'mara@lindqvist.example', password });
	const cookie = entered.headers.getSetCookie().find((line) => line.startsWith('imago_session='));
	expect(cookie).toMatch(/HttpOnly/);
	expect(cookie).toMatch(/SameSite=Lax/);
	const { cookie: oldCookie } = visitor;
	expect((await visitor.fetch('/')).status).toBe(200);
	await visitor.post('/signout', {});
	expect(
		(await new Visitor(server.origin).fetch('/', { headers: { cookie: oldCookie } })).status
	).toBe(303);
});

test('signing out tells the browser to clear what it stored, unless something waits there', async () => {
	const signOut = async (fields: Record<string, string>) => {
		const visitor = new Visitor(server.origin);
		await visitor.post('/signin', { email: 'mara@lindqvist.example', password });
		const answer = await visitor.post('/signout', fields);
		expect(answer.status).toBe(303);
		expect(answer.headers.get('location')).toBe('/signin');
		expect(visitor.cookie).not.toContain('imago_session');
		return answer.headers.get('clear-site-data');
	};
	expect(await signOut({})).toBe('"storage"');
	expect(await signOut({ storage: 'clear' })).toBe('"storage"');
	expect(await signOut({ storage: 'keep' })).toBeNull();
	const nobody = await new Visitor(server.origin).post('/signout', {});
	expect([nobody.status, nobody.headers.get('location')]).toEqual([303, '/signin']);
	expect(nobody.headers.get('clear-site-data')).toBeNull();
});

test('the end of an account clears what the browser stored; a refusal clears nothing', async () => {
	const name = 'Ruth Ellery';
	const explorer = await anotherExplorer(server, name);
	const end = (fields: Record<string, string>) => explorer.post('/settings?/erase', fields);
	const refused = await end({ email: 'no@body.example', storage: 'clear' });
	expect([refused.status, refused.headers.get('clear-site-data')]).toEqual([422, null]);
	const ended = await end({ email: emailOf(name), storage: 'clear' });
	expect([ended.status, ended.headers.get('location')]).toEqual([303, '/signin?ended']);
	expect(explorer.cookie).not.toContain('imago_session');
	expect(ended.headers.get('clear-site-data')).toBe('"storage"');
});

test('a change that another site started is refused, with and without the newer header', async () => {
	for (const headers of [
		{ 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' },
		{ 'sec-fetch-site': 'same-site', origin: server.origin },
		{ 'sec-fetch-site': 'none', origin: server.origin }
	]) {
		expect((await mara.post('/signout', {}, headers)).status).toBe(403);
	}
	const older = await mara.fetch('/signout', {
		method: 'POST',
		headers: { origin: 'https://evil.example' }
	});
	expect(older.status).toBe(403);
	const bare = await mara.fetch('/signout', { method: 'POST' });
	expect(bare.status).toBe(403);
	expect((await mara.fetch('/')).status).toBe(200);
});

test('a request with a foreign Host header is refused', async () => {
	const { request } = await import('node:http');
	const status = await new Promise<number | undefined>((resolve) => {
		const { port } = new URL(server.origin);
		request(
			{ host: '127.0.0.1', port, path: '/', headers: { host: `evil.example:${port}` } },
			(response) => {
				response.resume();
				resolve(response.statusCode);
			}
		).end();
	});
	expect(status).toBe(421);
});

test('pages have a content policy without unsafe parts, and no page may be framed', async () => {
	const page = await mara.fetch('/');
	const policy = page.headers.get('content-security-policy') ?? '';
	expect(policy).toContain("default-src 'none'");
	expect(policy).toContain("frame-ancestors 'none'");
	expect(policy).not.toContain('unsafe');
	expect(page.headers.get('x-content-type-options')).toBe('nosniff');
	expect(page.headers.get('referrer-policy')).toBe('no-referrer');
	expect(page.headers.get('cache-control')).toContain('no-store');
	expect(await page.text()).not.toMatch(/ style="/);
});

test('after five failed sign-ins further ones are delayed with Retry-After; others can sign in meanwhile', async () => {
	const visitor = new Visitor(server.origin);
	const tries: Response[] = [];
	for (let each = 0; each < 8 && tries.at(-1)?.status !== 429; each += 1) {
		const email = 'guess@people.example';
		tries.push(await visitor.post('/signin', { email, password: `${each}`.repeat(20) }));
	}
	expect(tries.length).toBeGreaterThan(5);
	const answer = tries.at(-1);
	expect(answer?.status).toBe(429);
	expect(answer?.headers.get('retry-after')).toMatch(/^[12]$/);
	expect(await answer?.text()).toContain('nothing is locked');
	const email = 'mara@lindqvist.example';
	expect((await visitor.post('/signin', { email, password })).status).toBe(303);
});

test('a body beyond its limit is refused without reading it all', async () => {
	const big = await fetch(`${server.origin}/api/v1/profile`, {
		method: 'PATCH',
		headers: { authorization: 'Bearer x', 'content-type': 'application/json' },
		body: 'x'.repeat(2 * 1024 * 1024)
	});
	expect([401, 413]).toContain(big.status);
});

test('damaged cookies and forms are refused, never a fault', async () => {
	const broken = await new Visitor(server.origin).fetch('/', {
		headers: { cookie: 'imago_session=%25' }
	});
	expect(broken.status).toBe(303);
	const form = await new Visitor(server.origin).fetch('/signin', {
		method: 'POST',
		body: 'no part at all',
		headers: {
			'content-type': 'multipart/form-data; boundary=x',
			'sec-fetch-site': 'same-origin'
		}
	});
	expect(form.status).toBe(422);
	expect(await form.text()).toContain('The form was damaged on the way');
});

test('a redirect to the sign-in carries the headers of every answer', async () => {
	const answer = await new Visitor(server.origin).fetch('/people');
	expect(answer.status).toBe(303);
	expect(answer.headers.get('location')).toBe('/signin?back=%2Fpeople');
	expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
	expect(answer.headers.get('cache-control')).toContain('no-store');
});

test('a page takes no more than a megabyte, and a made-up link tells nothing', async () => {
	const big = await new Visitor(server.origin).post('/signin', {
		email: 'mara@lindqvist.example',
		password: 'x'.repeat(1_200_000)
	});
	expect(big.status).toBe(413);
	const taken = await new Visitor(server.origin).post('/begin/no-such-link', {
		...someone,
		email: 'mara@lindqvist.example'
	});
	expect(taken.status).toBe(404);
	expect(await taken.text()).not.toContain('account with this address');
	const reset = await new Visitor(server.origin).post('/reset/no-such-link', { password });
	expect(reset.status).toBe(404);
});

test('passkey ceremonies change something, so GET does not reach them', async () => {
	const path = '/api/auth/passkey/generate-authenticate-options';
	expect((await new Visitor(server.origin).fetch(path)).status).toBe(405);
	expect((await new Visitor(server.origin).fetch('/api/auth/list-sessions')).status).toBe(405);
	expect((await new Visitor(server.origin).post('/api/auth/sign-in/email', {})).status).toBe(404);
});

test('a form sent after the session ended comes back with every word, to be sent again', async () => {
	const visitor = new Visitor(server.origin);
	const answer = await visitor.fetch('/people/new?/add', {
		method: 'POST',
		body: new URLSearchParams({ name: 'Joan Whitcombe', note: 'Met at the "fair" <b>' }),
		headers: { 'sec-fetch-site': 'same-origin', cookie: 'imago_session=gone' }
	});
	expect(answer.status).toBe(401);
	const page = await answer.text();
	expect(page).toContain('action="/people/new?/add"');
	expect(page).toContain('value="Joan Whitcombe"');
	expect(page).toContain('Met at the "fair" &lt;b>');
	expect(page).not.toContain('<b>');
});

test('the page after a workspace was imported says so', async () => {
	const folder = mkdtempSync(join(tmpdir(), 'imago-moved-'));
	const path = join(folder, 'workspace.json');
	await imago(server, 'export', 'mara@lindqvist.example', path);
	const nadia = await anotherExplorer(server, 'Moved Explorer');
	const body = new FormData();
	body.set('file', new File([readFileSync(path)], 'workspace.json'));
	const imported = await nadia.fetch('/settings/import-workspace?/importFile', {
		method: 'POST',
		body,
		headers: { origin: server.origin, 'sec-fetch-site': 'same-origin' }
	});
	expect(imported.status).toBe(303);
	expect(await (await nadia.fetch('/')).text()).toContain('Workspace imported');
	rmSync(folder, { recursive: true });
});
