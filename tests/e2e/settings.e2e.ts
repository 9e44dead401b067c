import { password } from '../support/visitor.ts';
import {
	alsoAs,
	expect,
	expectAccessible,
	expectNoSidewaysScroll,
	test,
	testFromTheStart
} from './fixtures.ts';

testFromTheStart(
	'sign up with the link of the terminal, sign out and sign in again',
	async ({ mara, server }) => {
		await expect(mara.getByRole('heading', { level: 1 })).toBeVisible();
		await mara.goto(`${server.origin}/settings`);
		await mara.getByRole('button', { name: 'Sign out' }).last().click();
		await mara.waitForURL(/signin/);
		await expectAccessible(mara);
		await mara.getByLabel('E-mail').fill('mara@lindqvist.example');
		await mara.getByLabel('Password').fill('not this one at all');
		await mara.getByRole('button', { name: 'Sign in', exact: true }).click();
		await expect(
			mara.getByText('The e-mail address or the password does not match. Nothing is locked')
		).toBeVisible();
		await expect(mara.getByLabel('E-mail')).toHaveValue('mara@lindqvist.example');
		await mara.getByLabel('Password').fill(password);
		await mara.getByRole('button', { name: 'Sign in', exact: true }).click();
		await mara.waitForURL(`${server.origin}/`);
	}
);

test('settings: profile, a pause and its undo, a key shown once', async ({ mara, server }) => {
	await mara.goto(`${server.origin}/settings`);
	await mara
		.getByLabel('Introduction in one sentence')
		.fill('A bookkeeper who edits everything in reach');
	await mara.getByRole('button', { name: 'Save', exact: true }).click();
	await expect(mara.getByRole('status').filter({ hasText: 'Saved' })).toBeVisible();
	await mara.getByLabel('First day').fill('2026-12-21');
	await mara.getByLabel('Last day').fill('2027-01-03');
	await mara.getByRole('button', { name: 'Add pause', exact: true }).click();
	await expect(mara.getByText('Monday 21 December to')).toBeVisible();
	await mara.getByRole('button', { name: 'Undo' }).click();
	await expect(mara.getByRole('status').filter({ hasText: 'Undone' })).toBeVisible();
	await expect(mara.getByText('Monday 21 December to')).toBeHidden();
	await mara.getByRole('status').getByRole('button', { name: 'Close' }).click();
	await expect(mara.getByRole('status').filter({ hasText: 'Undone' })).toBeHidden();
	await mara.getByLabel('Key name').fill('Spreadsheet');
	await mara.getByRole('button', { name: 'Create API key' }).click();
	await expect(mara.getByText(/imago_[\w-]{43}/)).toBeVisible();
	await expectAccessible(mara);
	await expectNoSidewaysScroll(mara);
	await mara.goto(`${server.origin}/settings`);
	await expect(mara.getByText(/imago_[\w-]{43}/)).toBeHidden();
});

test('a toast leaves after eight seconds, and stays while it is pointed at', async ({
	mara,
	server
}) => {
	await mara.clock.install();
	await mara.goto(`${server.origin}/settings`);
	await mara.getByLabel('Introduction in one sentence').fill('A bookkeeper who edits');
	await mara.getByRole('button', { name: 'Save', exact: true }).click();
	const toast = mara.getByRole('status').filter({ hasText: 'Saved' });
	await expect(toast).toBeVisible();
	await mara.clock.runFor(7000);
	await toast.hover();
	await mara.clock.runFor(20_000);
	await expect(toast).toBeVisible();
	await toast.getByRole('button', { name: 'Close' }).focus();
	await mara.mouse.move(0, 0);
	await mara.clock.runFor(20_000);
	await expect(toast).toBeVisible();
	await mara.getByLabel('Your name').focus();
	await mara.clock.runFor(7000);
	await expect(toast).toBeVisible();
	await mara.clock.runFor(2000);
	await expect(toast).toBeHidden();
	// What can be undone stays until it is closed.
	await mara.clock.resume();
	await mara.getByLabel('First day').fill('2026-12-21');
	await mara.getByLabel('Last day').fill('2027-01-03');
	await mara.getByRole('button', { name: 'Add pause' }).click();
	const undo = mara.getByRole('status').getByRole('button', { name: 'Undo' });
	await expect(undo).toBeVisible();
	await mara.clock.runFor(20_000);
	await expect(undo).toBeVisible();
});

test('settings work without script, and keep what was typed when refused', async ({
	mara,
	server,
	browser
}) => {
	const { context, page } = await alsoAs(mara, browser, { javaScriptEnabled: false });
	await page.goto(`${server.origin}/settings`);
	await page.getByLabel('First day').fill('2026-12-21');
	await page.getByLabel('Last day').fill('2026-12-01');
	await page.getByRole('button', { name: 'Add pause', exact: true }).click();
	await expect(page.getByText('The last day must not be before the first day')).toBeVisible();
	await expect(page.getByLabel('First day')).toHaveValue('2026-12-21');
	await expect(page.getByLabel('Last day')).toBeInViewport();
	await context.close();
});

test('a refused page opens at the field to change', async ({ mara, server }) => {
	await mara.goto(`${server.origin}/settings`);
	await mara.getByLabel('First day').fill('2026-12-21');
	await mara.getByLabel('Last day').fill('2026-12-01');
	await mara.getByRole('button', { name: 'Add pause', exact: true }).click();
	const wrong = mara.locator('[aria-invalid=true]').first();
	await expect(wrong).toBeFocused();
	await expect(wrong).toBeInViewport();
});

test('the palette opens by keyboard, finds commands and goes there', async ({ mara }) => {
	await expect(async () => {
		await mara.keyboard.press('Control+k');
		await expect(mara.getByRole('combobox')).toBeFocused({ timeout: 500 });
	}).toPass();
	await mara.keyboard.type('pause');
	await mara.keyboard.press('Enter');
	await mara.waitForURL(/settings#pauses/);
});

test('the colour theme is switched by a button and stored', async ({ mara }) => {
	const dark = () => mara.evaluate(() => getComputedStyle(document.documentElement).colorScheme);
	await mara
		.locator('form[action="/theme"] button')
		.locator('visible=true')
		.or(mara.getByRole('button', { name: 'More' }))
		.first()
		.click();
	const inSheet = mara.locator('#more form[action="/theme"] button');
	if (await inSheet.isVisible()) await inSheet.click();
	await expect.poll(dark).toBe('dark');
	await mara.reload();
	expect(await dark()).toBe('dark');
});

test('every component is accessible, light and dark', async ({ mara, server, browser }) => {
	for (const colorScheme of ['light', 'dark'] as const) {
		const { context, page } = await alsoAs(mara, browser, { colorScheme });
		await page.goto(`${server.origin}/design`);
		await expectAccessible(page);
		await expectNoSidewaysScroll(page);
		await context.close();
	}
});

test('a longer text is there without script, and typing before the script arrives is kept', async ({
	mara,
	server,
	browser
}) => {
	const sentence = 'A bookkeeper who edits everything in reach';
	await mara.goto(`${server.origin}/settings`);
	await mara.getByLabel('Introduction in one sentence').fill(sentence);
	await mara.getByRole('button', { name: 'Save', exact: true }).click();
	await expect(mara.getByRole('status').filter({ hasText: 'Saved' })).toBeVisible();

	const plain = await alsoAs(mara, browser, { javaScriptEnabled: false });
	await plain.page.goto(`${server.origin}/settings`);
	await expect(plain.page.getByLabel('Introduction in one sentence')).toHaveValue(sentence);
	await plain.context.close();

	const slow = await alsoAs(mara, browser, {});
	await slow.page.route('**/*.js', async (route) => {
		await new Promise((resolve) => setTimeout(resolve, 800));
		await route.continue();
	});
	await slow.page.goto(`${server.origin}/settings`, { waitUntil: 'commit' });
	await slow.page.getByLabel('Introduction in one sentence').fill('Typed early');
	await slow.page.getByLabel('Your name').fill('Mara L');
	// The palette reacts to its key once the page is hydrated.
	await expect(async () => {
		await slow.page.keyboard.press('Control+k');
		await expect(slow.page.getByRole('combobox', { name: /^Find people/ })).toBeVisible({
			timeout: 300
		});
	}).toPass();
	await expect(slow.page.getByLabel('Introduction in one sentence')).toHaveValue('Typed early');
	await expect(slow.page.getByLabel('Your name')).toHaveValue('Mara L');
	await slow.context.close();
});
