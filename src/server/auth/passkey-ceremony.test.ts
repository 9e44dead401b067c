import { expect, test } from 'vitest';
import { openTestApp } from '#tests/support/app.ts';
import { isCeremony } from './passkey-ceremony.ts';

test('of the paths of better-auth only the four passkey ceremonies are reachable', async () => {
	const testApp = await openTestApp();
	const { api } = await testApp.app.betterAuth();
	const paths = Object.values(api).flatMap((each) => ('path' in each ? [String(each.path)] : []));
	expect(paths.length).toBeGreaterThan(30);
	expect(paths.filter((path) => isCeremony(path.replace(/^\//, ''))).sort()).toEqual([
		'/passkey/generate-authenticate-options',
		'/passkey/generate-register-options',
		'/passkey/verify-authentication',
		'/passkey/verify-registration'
	]);
	await testApp.close();
});
