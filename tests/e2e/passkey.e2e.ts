import type { CDPSession, Page } from '@playwright/test';
import { password } from '../support/visitor.ts';
import { expect, test } from './fixtures.ts';

/** Adds a virtual authenticator that stores passkeys and verifies its user. */
async function addDevice(page: Page): Promise<{ client: CDPSession; authenticatorId: string }> {
	const client = await page.context().newCDPSession(page);
	await client.send('WebAuthn.enable');
	const { authenticatorId } = await client.send('WebAuthn.addVirtualAuthenticator', {
		options: {
			protocol: 'ctap2',
			transport: 'internal',
			hasResidentKey: true,
			hasUserVerification: true,
			isUserVerified: true,
			automaticPresenceSimulation: true
		}
	});
	return { client, authenticatorId };
}

async function enter(page: Page, origin: string, email: string): Promise<void> {
	await page.getByLabel('E-mail').fill(email);
	await page.getByLabel('Password').fill(password);
	await page.getByRole('button', { name: 'Sign in', exact: true }).click();
	await page.waitForURL(`${origin}/`);
}

test('a passkey is added in Settings and signs in', async ({ mara, server, account }) => {
	// Passkeys are bound to a domain name: the same server, requested as localhost.
	const origin = server.origin.replace('127.0.0.1', 'localhost');
	await addDevice(mara);
	await mara.goto(`${origin}/signin`);
	await enter(mara, origin, account.email);
	await mara.goto(`${origin}/settings`);
	await mara.getByRole('button', { name: 'Add passkey' }).click();
	await expect(mara.getByRole('button', { name: /^Delete (?!account)/ })).toBeVisible();
	await mara.getByRole('button', { name: 'Sign out' }).last().click();
	await mara.waitForURL(/signin/);
	await mara.getByRole('button', { name: 'Sign in with a passkey' }).click();
	await mara.waitForURL(`${origin}/`);
});

test('a passkey whose device does not verify its user is neither added nor signs in', async ({
	mara,
	server,
	account
}) => {
	const origin = server.origin.replace('127.0.0.1', 'localhost');
	const { client, authenticatorId } = await addDevice(mara);
	// The server must decide: here the browser is told that verification is not needed.
	await mara.addInitScript(() => {
		for (const name of ['parseCreationOptionsFromJSON', 'parseRequestOptionsFromJSON'] as const) {
			const parse = PublicKeyCredential[name].bind(PublicKeyCredential) as (
				options: object
			) => never;
			PublicKeyCredential[name] = (options: object) =>
				parse(
					localStorage.getItem('careless')
						? {
								...options,
								userVerification: 'discouraged',
								authenticatorSelection: { userVerification: 'discouraged' }
							}
						: options
				);
		}
	});
	await mara.goto(`${origin}/signin`);
	await enter(mara, origin, account.email);
	await mara.goto(`${origin}/settings`);
	await mara.getByRole('button', { name: 'Add passkey' }).click();
	await expect(mara.getByRole('button', { name: /^Delete (?!account)/ })).toBeVisible();

	// A new sign-in by passkey ends the previous session.
	const before = await mara.context().cookies(origin);
	await mara.goto(`${origin}/signin?again=1&back=%2Fsettings`);
	await mara.getByRole('button', { name: 'Sign in with a passkey' }).click();
	await mara.waitForURL(`${origin}/settings`);
	const cookie = before.map(({ name, value }) => `${name}=${value}`).join('; ');
	const old = await fetch(`${server.origin}/settings`, { headers: { cookie }, redirect: 'manual' });
	expect(old.status).toBe(303);

	await client.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false });
	await mara.evaluate(() => {
		localStorage.setItem('careless', 'yes');
	});
	await mara.goto(`${origin}/signin?again=1`);
	await mara.getByRole('button', { name: 'Sign in with a passkey' }).click();
	await expect(mara.getByRole('alert')).toBeVisible();
	expect(new URL(mara.url()).pathname).toBe('/signin');
});
