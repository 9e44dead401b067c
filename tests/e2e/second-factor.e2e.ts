import { createOTP } from '@better-auth/utils/otp';
import { base32 } from '@better-auth/utils/base32';
import { password } from '../support/visitor.ts';
import { alsoAs, expect, expectAccessible, expectNoSidewaysScroll, test } from './fixtures.ts';

test('a code app is set up in Settings, asked for at sign-in without script, and turned off', async ({
	mara,
	server,
	account,
	browser
}) => {
	await mara.goto(`${server.origin}/settings`);
	await expect(mara.getByText('This session.')).toBeVisible();
	await mara.getByRole('button', { name: 'Set up' }).click();
	await mara.waitForURL(/second-factor/);
	await expect(mara.getByRole('img', { name: /QR code/ })).toBeVisible();
	await expectAccessible(mara);
	await expectNoSidewaysScroll(mara);
	const typed = (await mara.locator('code').innerText()).replaceAll(' ', '');
	const secret = new TextDecoder().decode(base32.decode(typed));
	const step = Math.floor(Date.now() / 30_000);
	await mara.getByRole('textbox', { name: 'Code' }).fill('000000');
	await mara.getByRole('button', { name: 'Turn on' }).click();
	await expect(mara.getByText('This code does not match')).toBeVisible();
	// Codes are not among the fields that are stored when another form is submitted.
	await mara.getByRole('textbox', { name: 'Code' }).fill('123456');
	const loaded = mara.waitForEvent('load');
	// On a phone the button is in a menu.
	await mara
		.locator('form[action="/theme"]')
		.first()
		.evaluate((form: HTMLFormElement) => {
			form.requestSubmit();
		});
	await loaded;
	await expect(mara.getByRole('textbox', { name: 'Code' })).toHaveValue('');
	await mara.getByRole('textbox', { name: 'Code' }).fill(await createOTP(secret).hotp(step));
	await mara.getByRole('button', { name: 'Turn on' }).click();
	await expect(mara.getByRole('heading', { name: 'Recovery codes' })).toBeVisible();
	await expectAccessible(mara);
	await expectNoSidewaysScroll(mara);
	const [first = ''] = (await mara.locator('pre').innerText()).trim().split('\n');
	await mara.getByRole('link', { name: 'Done' }).click();
	await expect(mara.getByText('The second factor is on.')).toBeVisible();
	await expect(mara.getByText('10 recovery codes are left.')).toBeVisible();

	const { context, page } = await alsoAs(mara, browser, { javaScriptEnabled: false });
	await context.clearCookies();
	await page.goto(`${server.origin}/signin`);
	await page.getByLabel('E-mail').fill(account.email);
	await page.getByLabel('Password').fill(password);
	await page.getByRole('button', { name: 'Sign in', exact: true }).click();
	await page.waitForURL(/signin\/code/);
	await page.getByLabel('Code').fill('not-acode');
	await page.getByRole('button', { name: 'Sign in' }).click();
	await expect(page.getByText('This recovery code does not match')).toBeVisible();
	await page.getByLabel('Code').fill(first);
	await page.getByRole('button', { name: 'Sign in' }).click();
	await page.waitForURL(`${server.origin}/`);
	await context.close();

	await mara.goto(`${server.origin}/settings`);
	await expect(mara.getByText('9 recovery codes are left.')).toBeVisible();
	await expectAccessible(mara);
	await expectNoSidewaysScroll(mara);
	await mara.getByRole('button', { name: 'Sign out everywhere else' }).click();
	await expect(mara.getByText('All other sessions signed out')).toBeVisible();
	const section = mara.getByRole('region', { name: 'Second factor' });
	await section.getByRole('button', { name: 'Turn off' }).first().click();
	await mara.locator('#second-factor-off').getByRole('button', { name: 'Turn off' }).click();
	await expect(mara.getByText('The second factor is off')).toBeVisible();
});
