import type { BrowserContext, Page } from '@playwright/test';
import { anotherExplorer, emailOf } from '../support/imago.ts';
import { makeKey, programWith } from '../support/key.ts';
import { planInterview } from '../support/season.ts';
import { password, Visitor } from '../support/visitor.ts';
import {
	expect,
	expectAccessible,
	expectNoSidewaysScroll,
	test,
	type Account
} from './fixtures.ts';
import { settled } from './steps.ts';

// Two of these tests check the dialog at both widths; the others do not depend on the width (`@desk`).

const events = '**/talk/events*';

/** Everything that Imago stores in the browser; SvelteKit's scroll positions are left out. */
function storedData(page: Page): Promise<{ stored: string[]; talks: string }> {
	return page.evaluate(async () => {
		const rows: unknown[] = [];
		for (const { name = '' } of await indexedDB.databases()) {
			const database = await new Promise<IDBDatabase>((resolve, reject) => {
				const opening = indexedDB.open(name);
				opening.onsuccess = () => resolve(opening.result);
				opening.onerror = () => reject(opening.error ?? new Error(name));
			});
			for (const store of database.objectStoreNames) {
				const reading = database.transaction(store).objectStore(store).getAll();
				await new Promise((resolve) => (reading.onsuccess = resolve));
				rows.push(...(reading.result as unknown[]));
			}
			database.close();
		}
		const stored = [...Object.keys(sessionStorage), ...Object.keys(localStorage)];
		return {
			stored: stored.filter((key) => !key.startsWith('sveltekit:')),
			talks: rows.length > 0 ? JSON.stringify(rows) : ''
		};
	});
}
const nothing = { stored: [], talks: '' };

/**
 * Starts a talk while its events cannot be uploaded.
 * @returns its path
 */
async function talkOffline(page: Page, origin: string, notes: readonly string[]): Promise<string> {
	const key = await makeKey(new Visitor(origin, await page.context().cookies()));
	const path = `/interviews/${await planInterview(programWith(origin, key), 'Joan Whitcombe')}`;
	await page.goto(`${origin}${path}/talk`);
	await settled(page);
	await page.context().route(events, (route) => route.fulfill({ status: 429 }));
	await page.getByRole('button', { name: /^Start talk/ }).click();
	for (const note of notes) {
		await page.locator('#note').fill(note);
		await page.keyboard.press('Enter');
		await expect(page.getByText(note).first()).toBeVisible();
	}
	// Notes appear on the screen before they are in IndexedDB.
	await expect
		.poll(async () => (await storedData(page)).talks.split('"kind":"note"').length - 1)
		.toBe(notes.length);
	return path;
}

async function pressSignOut(page: Page, origin: string): Promise<void> {
	if (!page.url().endsWith('/settings')) await page.goto(`${origin}/settings`);
	await settled(page);
	await page.getByRole('button', { name: 'Sign out' }).last().click();
}

async function signIn(page: Page, { email }: Pick<Account, 'email'>): Promise<void> {
	await page.getByLabel('E-mail').fill(email);
	await page.getByLabel('Password').fill(password);
	await page.getByRole('button', { name: 'Sign in', exact: true }).click();
	await page.waitForURL((url) => !url.pathname.startsWith('/signin'));
}

const reconnect = (context: BrowserContext): Promise<void> => context.unroute(events);
/** Starts a talk and waits until its note is uploaded. */
async function talkUploaded(page: Page, origin: string, note: string): Promise<void> {
	await talkOffline(page, origin, [note]);
	await reconnect(page.context());
	await expect
		.poll(async () => (await storedData(page)).talks, { timeout: 60_000 })
		.not.toContain('"waiting"');
}

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Unsaved notes' });

test('notes that wait are uploaded at sign-out, then deleted from the browser', async ({
	mara,
	server,
	account
}) => {
	const path = await talkOffline(mara, server.origin, ['She edits the writer first', 'Calm']);
	expect((await storedData(mara)).talks).toContain('She edits the writer first');
	await mara.evaluate(() => {
		sessionStorage.setItem('imago:typed', 'something');
		localStorage.setItem('imago:other', 'something');
	});
	await reconnect(mara.context());
	await pressSignOut(mara, server.origin);
	await mara.waitForURL(/signin/);
	expect(await storedData(mara)).toEqual(nothing);
	await signIn(mara, account);
	await mara.goto(`${server.origin}${path}/talk`);
	await expect(mara.getByText('She edits the writer first').first()).toBeVisible();
	await expect(mara.getByText('All 2 notes saved')).toBeVisible();
});

test('offline: the dialog says what is only here; Cancel keeps it, Delete wipes it', async ({
	mara,
	server,
	complaints
}) => {
	await talkOffline(mara, server.origin, ['She edits the writer first', 'Calm']);
	await mara.locator('#note').fill('Half a thou');
	await mara.goto(`${server.origin}/settings`);
	await settled(mara);
	await mara.context().setOffline(true);
	await pressSignOut(mara, server.origin);
	await expect(dialog(mara)).toContainText(
		'2 notes and 1 unfinished note of your conversation are only on this device.'
	);
	await expect(dialog(mara)).toContainText('Imago cannot be reached.');
	for (const colorScheme of ['light', 'dark'] as const) {
		await mara.emulateMedia({ colorScheme });
		await expectAccessible(mara);
		await expectNoSidewaysScroll(mara);
		const { width = 0 } = mara.viewportSize() ?? {};
		await mara.screenshot({ path: test.info().outputPath(`dialog-${width}-${colorScheme}.png`) });
	}
	const downloading = mara.waitForEvent('download');
	await mara.getByRole('button', { name: 'Download notes' }).click();
	const file = await (await downloading).createReadStream();
	const text = (await file.toArray()).join('');
	expect(text).toContain('She edits the writer first');
	expect(text).toContain('Unfinished note: Half a thou');

	await mara.getByRole('button', { name: 'Cancel' }).click();
	await expect(dialog(mara)).toBeHidden();
	expect((await storedData(mara)).talks).toContain('Half a thou');

	await pressSignOut(mara, server.origin);
	await mara.getByRole('button', { name: 'Sign out and delete notes' }).click();
	await expect(mara.getByRole('dialog', { name: 'You are still signed in' })).toBeVisible();
	expect(await storedData(mara)).toEqual(nothing);
	await mara.context().setOffline(false);
	await mara.getByRole('dialog').getByRole('button', { name: 'Sign out' }).click();
	await mara.waitForURL(/signin/);
	expect(await storedData(mara)).toEqual(nothing);
	// Removes the network errors that the browser logs itself.
	complaints.splice(
		0,
		Infinity,
		...complaints.filter((line) => !/ERR_(FAILED|INTERNET)/.test(line))
	);
});

test(
	'an expired session wipes nothing; another account sees, counts and posts none of it',
	{ tag: '@desk' },
	async ({ mara, server, account }) => {
		const path = await talkOffline(mara, server.origin, ['She edits the writer first', 'Calm']);
		await mara.context().clearCookies();
		await mara.goto(`${server.origin}/settings`);
		await mara.waitForURL(/signin/);
		expect((await storedData(mara)).talks).toContain('She edits the writer first');

		await reconnect(mara.context());
		const posted: string[] = [];
		mara.on('request', (request) => {
			if (/talk\/events/.test(request.url())) posted.push(request.url());
		});
		const nadia = `Nadia ${account.email.replace(/@.*/, '')}`;
		await anotherExplorer(server, nadia);
		await mara.goto(`${server.origin}/signin`);
		await signIn(mara, { email: emailOf(nadia) });
		await mara.goto(`${server.origin}${path}/talk`);
		await expect(mara.getByText('She edits the writer first')).toHaveCount(0);
		await pressSignOut(mara, server.origin);
		await mara.waitForURL(/signin/);
		expect(posted).toEqual([]);
		expect((await storedData(mara)).talks).toContain('She edits the writer first');

		await signIn(mara, account);
		await pressSignOut(mara, server.origin);
		await mara.waitForURL(/signin/);
		expect(posted).toHaveLength(1);
		expect(await storedData(mara)).toEqual(nothing);
	}
);

test(
	'after a session ended elsewhere the browser keeps only what the server does not have',
	{ tag: '@desk' },
	async ({ mara, server }) => {
		await talkUploaded(mara, server.origin, 'She edits the writer first');
		await mara.context().route(events, (route) => route.fulfill({ status: 429 }));
		await mara.locator('#note').fill('Only here');
		await mara.keyboard.press('Enter');
		await expect(mara.getByText('Only here').first()).toBeVisible();
		await mara.context().clearCookies();
		await mara.goto(`${server.origin}/settings`);
		await mara.waitForURL(/signin/);
		await expect
			.poll(async () => (await storedData(mara)).talks)
			.not.toContain('She edits the writer first');
		expect((await storedData(mara)).talks).toContain('Only here');
	}
);

test(
	'a talk goes on when its session ended and somebody signs in beside it',
	{ tag: '@desk' },
	async ({ mara, server, account }) => {
		await talkUploaded(mara, server.origin, 'She edits the writer first');
		const talks = async () => (await storedData(mara)).talks;
		await mara.context().clearCookies();
		const beside = await mara.context().newPage();
		await beside.goto(`${server.origin}/signin`);
		await expect.poll(talks).not.toContain('She edits the writer first');
		await mara.locator('#note').fill('Typed while signed out');
		await mara.keyboard.press('Enter');
		await expect(mara.getByText('Typed while signed out').first()).toBeVisible();
		expect(await talks()).toContain('Typed while signed out');
		await signIn(beside, account);
		await beside.goto(mara.url());
		await expect(beside.getByText('Typed while signed out').first()).toBeVisible();
	}
);

test(
	'what the server refuses is said; without script the answer clears, cookies of ours stay',
	{ tag: '@desk' },
	async ({ mara, server, account }) => {
		await talkOffline(mara, server.origin, ['She edits the writer first']);
		await mara.context().route(events, (route) => route.fulfill({ status: 404, json: {} }));
		await pressSignOut(mara, server.origin);
		await expect(dialog(mara)).toContainText('1 note of your conversation is only on this device.');
		await expect(dialog(mara)).toContainText('The server did not accept');
		await mara.getByRole('button', { name: 'Cancel' }).click();

		await mara.context().addCookies([{ name: 'imago_theme', value: 'dark', url: server.origin }]);
		const devtools = await mara.context().newCDPSession(mara);
		await devtools.send('Emulation.setScriptExecutionDisabled', { value: true });
		await mara.reload();
		await mara.getByRole('button', { name: 'Sign out' }).last().click();
		await mara.waitForURL(/signin/);
		await devtools.send('Emulation.setScriptExecutionDisabled', { value: false });
		await mara.reload();
		expect(await storedData(mara)).toEqual(nothing);
		expect((await mara.context().cookies()).map(({ name }) => name)).toEqual(['imago_theme']);
		await signIn(mara, account);
	}
);

test(
	'a note that the server refused says why, stays readable, and is counted at sign-out',
	{ tag: '@desk' },
	async ({ mara, server }) => {
		await talkOffline(mara, server.origin, ['She edits the writer first']);
		const sentence = 'This conversation is full.';
		await mara.context().route(events, (route) => {
			const sent = route.request().postDataJSON() as { events?: { id: string; kind: string }[] };
			const receipts = sent.events?.map(({ id, kind }) => ({
				id,
				accepted: kind !== 'note',
				sentence
			}));
			return route.fulfill({ json: { receipts } });
		});
		await mara.reload();
		await expect(mara.getByText('1 note not accepted, still on this device')).toBeVisible();
		await mara.reload();
		await expect(mara.getByRole('alert').getByText(sentence)).toBeVisible();
		await mara.getByText('Unsaved notes').click();
		await expect(
			mara.locator('details p', { hasText: 'She edits the writer first' })
		).toBeVisible();
		await expectAccessible(mara);
		await expectNoSidewaysScroll(mara);
		await mara.screenshot({ path: test.info().outputPath('not-taken.png') });
		await pressSignOut(mara, server.origin);
		await expect(dialog(mara)).toContainText('1 note of your conversation is only on this device.');
	}
);

test(
	'a note that another tab writes while one signs out is uploaded, too',
	{ tag: '@desk' },
	async ({ mara, server, account }) => {
		const path = await talkOffline(mara, server.origin, ['She edits the writer first']);
		await mara.goto(`${server.origin}/settings`);
		await settled(mara);
		await reconnect(mara.context());
		// Simulates a write of another tab between the last check and the deletion.
		await mara.evaluate(() => {
			const own = IDBDatabase.prototype.transaction;
			let note: { id: string; event: { id: string; text: string }; waiting?: 1 } | undefined;
			IDBDatabase.prototype.transaction = function (stores, mode, options) {
				if (mode === 'readwrite' && Array.from(stores).includes('drafts') && note) {
					const id = note.id.replace(/.$/, (last) => (last === '0' ? '1' : '0'));
					const event = { ...note.event, id, text: 'Noted in another tab' };
					const row = { ...note, id, event, waiting: 1 };
					own.call(this, 'events', 'readwrite').objectStore('events').put(row);
					note = undefined;
					IDBDatabase.prototype.transaction = own;
				} else if (!note) {
					const reading = own.call(this, 'events').objectStore('events').getAll();
					reading.onsuccess = () => {
						note = reading.result.find(({ event }) => event.kind === 'note');
					};
				}
				return own.call(this, stores, mode, options);
			};
		});
		await pressSignOut(mara, server.origin);
		await mara.waitForURL(/signin/);
		expect(await storedData(mara)).toEqual(nothing);
		await signIn(mara, account);
		await mara.goto(`${server.origin}${path}/talk`);
		await expect(mara.getByText('Noted in another tab').first()).toBeVisible();
	}
);

for (const isNotified of [true, false]) {
	test(`another tab ${isNotified ? 'signs out, too' : 'that was not notified writes nothing and signs out'}`, async ({
		mara,
		server,
		account
	}) => {
		if (!isNotified) {
			await mara.context().addInitScript(() => {
				BroadcastChannel.prototype.postMessage = () => undefined;
			});
			// Keeps the storage, since Clear-Site-Data would hide what the tab writes.
			await mara.context().route('**/signout', (route) => {
				return route.continue({ postData: 'storage=keep' });
			});
		}
		const path = await talkOffline(mara, server.origin, []);
		await reconnect(mara.context());
		await mara.reload();
		await mara.locator('#note').fill('She edits the writer first');
		await mara.keyboard.press('Enter');
		await expect(mara.getByText('Your note is saved')).toBeVisible();
		const other = await mara.context().newPage();
		await pressSignOut(other, server.origin);
		await other.waitForURL(/signin/);
		if (!isNotified) {
			expect(mara.url()).toContain(path);
			await mara.locator('#note').fill('Half a thou');
		}
		await mara.waitForURL(/signin/);
		await expect(mara.getByText('She edits the writer first')).toHaveCount(0);
		expect(await storedData(other)).toEqual(nothing);
		// A new session of the same account can write again.
		await signIn(mara, account);
		await mara.goto(`${server.origin}${path}/talk`);
		await settled(mara);
		await mara.locator('#note').fill('Half a thou');
		await expect.poll(async () => (await storedData(mara)).talks).toContain('Half a thou');
	});
}

test(
	'the end of the account wipes the browser in every tab; a refusal wipes nothing',
	{ tag: '@desk' },
	async ({ mara, server, account }) => {
		await talkOffline(mara, server.origin, ['She edits the writer first']);
		const settings = await mara.context().newPage();
		await settings.goto(`${server.origin}/settings`);
		await settled(settings);
		const end = async (email: string): Promise<void> => {
			await settings.getByRole('button', { name: 'Delete account', exact: true }).click();
			await settings.getByLabel('Your e-mail address, to confirm').fill(email);
			await settings.getByRole('button', { name: 'Delete account and data' }).click();
		};
		await end('nadia@people.example');
		await expect(settings.getByRole('alert')).toContainText('Nothing was deleted.');
		expect((await storedData(settings)).talks).toContain('She edits the writer first');
		expect(mara.url()).toContain('/talk');

		await settled(settings);
		await end(account.email);
		await settings.waitForURL(/signin/);
		await mara.waitForURL(/signin/);
		expect(await storedData(settings)).toEqual(nothing);
	}
);
