import { afterAll, beforeAll, expect, test } from 'vitest';
import { startServer, type RunningServer } from '../support/server.ts';
import { firstExplorer, password, Visitor } from '../support/visitor.ts';

let server: RunningServer;
let mara: Visitor;
beforeAll(async () => {
	server = await startServer();
	mara = await firstExplorer(server);
});
afterAll(() => server.stop());

const signIn = async (): Promise<Visitor> => {
	const visitor = new Visitor(server.origin);
	await visitor.post('/signin', { email: 'mara@lindqvist.example', password });
	return visitor;
};

/** Posts a form with the cookie of an ended session. */
async function sentTooLate(path: string, body: URLSearchParams | FormData): Promise<Response> {
	const visitor = await signIn();
	const { cookie } = visitor;
	await visitor.post('/signout', {});
	const headers = { cookie, origin: server.origin, 'sec-fetch-site': 'same-origin' };
	return new Visitor(server.origin).fetch(path, { method: 'POST', body, headers });
}

const decoded = (text: string): string =>
	text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&amp;', '&');

/** The form of a page with this action, as a browser would send it. */
function formOn(page: string, action: RegExp): { to: string; body: URLSearchParams } {
	const found = [...page.matchAll(/<form method="post" action="([^"]*)"[^>]*>(.*?)<\/form>/gs)]
		.map(([, to = '', inside = '']) => ({ to: decoded(to), inside }))
		.find(({ to }) => action.test(to));
	const hidden = found?.inside.matchAll(
		/<input\s+type="hidden"\s+name="([^"]*)"\s+value="([^"]*)"/g
	);
	const pairs = [...(hidden ?? [])].map(([, name = '', value = '']) => [
		decoded(name),
		decoded(value)
	]);
	return { to: found?.to ?? '', body: new URLSearchParams(pairs) };
}

/** Presses "Send again" with a new session. */
function sendAgain(page: string, action: RegExp): Promise<Response> {
	expect(page).toContain('Send again');
	const { to, body } = formOn(page, action);
	const headers = { origin: server.origin, 'sec-fetch-site': 'same-origin' };
	return mara.fetch(to, { method: 'POST', body, headers });
}

test('no password comes back on the page for a form that was sent too late', async () => {
	const fields = { currentPassword: 'canary of now', password: 'canary that is new' };
	const response = await sentTooLate('/settings?/password', new URLSearchParams(fields));
	const page = await response.text();
	expect(response.status).toBe(401);
	expect(page).toContain('You were signed out');
	expect(page).not.toContain('canary');
	expect(server.output()).not.toContain('canary');
});

test('a code that signs in comes back nowhere when it is refused', async () => {
	expect((await mara.post('/settings?/setUpSecondFactor', {})).status).toBe(303);
	const response = await mara.post('/settings/second-factor?/turnOn', { oneTimeCode: 'canary' });
	expect(response.status).toBe(422);
	const page = await response.text();
	expect(page).toContain('id="f-oneTimeCode-error"');
	expect(page).not.toContain('canary');
});

test('a list of ticked boxes arrives whole when it is sent again', async () => {
	const body = new URLSearchParams([
		['$about', 'key'],
		['name', 'My "spreadsheet" & more'],
		['effects', 'read'],
		['effects', 'draft']
	]);
	const page = await (await sentTooLate('/settings?/addKey', body)).text();
	expect((await sendAgain(page, /addKey/)).status).toBe(200);
	const settings = decoded(await (await mara.fetch('/settings')).text());
	expect(settings).toContain('My "spreadsheet" & more');
	expect(settings).toContain('Permissions: read, draft.');
});

test('an Undo that was pressed too late still undoes when it is sent again', async () => {
	const isLetGo = async () =>
		/<span>Bookbinding<\/span>(?:(?!<\/li>)[^])*Restore/.test(
			await (await mara.fetch('/clarity')).text()
		);
	await mara.post('/clarity?/openTheme', { title: 'Bookbinding' });
	const undo = formOn(await (await mara.fetch('/clarity')).text(), /^\/undo/);
	expect([...undo.body.keys()]).toEqual(['$toast', '$back']);
	const page = await (await sentTooLate(undo.to, undo.body)).text();
	expect(await isLetGo()).toBe(false);
	expect((await sendAgain(page, /^\/undo/)).headers.get('location')).toBe(undo.body.get('$back'));
	expect(await isLetGo()).toBe(true);
});

test('a file that was sent too late is said to be gone', async () => {
	const form = new FormData();
	form.append('file', new File(['First Name,Last Name'], 'Connections.csv'));
	const response = await sentTooLate('/people/import?/read', form);
	const page = await response.text();
	expect(response.status).toBe(401);
	expect(page).toContain('Files are not saved.');
	expect(page).toContain('href="/people/import"');
});
