import { expect, test } from './fixtures.ts';

test('a passkey is added in Settings and signs in', async ({ mara, server }) => {
	// Browsers keep passkeys to names: the same server, asked as localhost.
	const origin = server.origin.replace('127.0.0.1', 'localhost');
	const client = await mara.context().newCDPSession(mara);
	await client.send('WebAuthn.enable');
	await client.send('WebAuthn.addVirtualAuthenticator', {
		options: {
			protocol: 'ctap2',
			transport: 'internal',
			hasResidentKey: true,
			hasUserVerification: true,
			isUserVerified: true,
			automaticPresenceSimulation: true
		}
	});
	await mara.goto(`${origin}/signin`);
	await mara.getByLabel('E-mail').fill('mara@lindqvist.example');
	await mara.getByLabel('Password').fill('copper lantern bicycle orchard');
	await mara.getByRole('button', { name: 'Sign in', exact: true }).click();
	await mara.waitForURL(`${origin}/`);
	await mara.goto(`${origin}/settings`);
	await mara.getByRole('button', { name: 'Add this device' }).click();
	await expect(mara.getByRole('button', { name: /^Remove/ })).toBeVisible();
	await mara.getByRole('button', { name: 'Sign out' }).last().click();
	await mara.waitForURL(/signin/);
	await mara.getByRole('button', { name: 'Sign in with a passkey' }).click();
	await mara.waitForURL(`${origin}/`);
});
