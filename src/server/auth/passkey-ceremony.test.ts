import { expect, test } from 'vitest';
import { openTestApp } from '#tests/support/app.ts';
import { isCeremony } from './passkey-ceremony.ts';

test('of all that better-auth could answer, the four ceremonies of passkeys are let through', async () => {
	const house = await openTestApp();
	const { api } = await house.app.betterAuth();
	const paths = Object.values(api).flatMap((each) => ('path' in each ? [String(each.path)] : []));
	expect(paths.length).toBeGreaterThan(30);
	expect(paths.filter((path) => isCeremony(path.replace(/^\//, ''))).sort()).toEqual([
		'/passkey/generate-authenticate-options',
		'/passkey/generate-register-options',
		'/passkey/verify-authentication',
		'/passkey/verify-registration'
	]);
	await house.close();
});
