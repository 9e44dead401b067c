import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test as base } from '@playwright/test';
import { Webhook } from 'standardwebhooks';
import { startServer, type RunningServer } from '../support/server.ts';
import { alsoAs, expect, expectAccessible, expectGoodPages, signUp } from './fixtures.ts';

interface Received {
	headers: Record<string, string>;
	body: string;
}

interface House {
	server: RunningServer;
	/** a program of Mara's on this machine, which this house allows */
	program: { url: string; received: Received[]; answer: number };
}

const test = base.extend<House>({
	// Playwright reads which fixtures are wanted from the form of the first parameter.
	server: async ({}, use) => {
		const server = await startServer({ environment: { IMAGO_OUTBOUND_ALLOW: '127.0.0.1' } });
		await use(server);
		await server.stop();
	},
	program: async ({}, use) => {
		const received: Received[] = [];
		const program = { url: '', received, answer: 204 };
		const listening: Server = createServer((request, response) => {
			let body = '';
			request.on('data', (chunk: Buffer) => (body += chunk.toString()));
			request.on('end', () => {
				received.push({ headers: request.headers as Record<string, string>, body });
				response.writeHead(program.answer).end();
			});
		});
		await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve));
		program.url = `http://127.0.0.1:${(listening.address() as AddressInfo).port}/imago`;
		await use(program);
		listening.closeAllConnections();
		await new Promise((resolve) => listening.close(resolve));
	}
});

test('a program is told, fails, is told once more, and is let go', async ({
	page,
	server,
	program,
	browser
}) => {
	test.setTimeout(180_000);
	await signUp(page, server);
	await page.goto(`${server.origin}/settings`);
	await page.getByRole('link', { name: 'Add a webhook' }).click();
	await page.getByLabel('The address to call').fill('https://10.0.0.1/imago');
	await page.getByText('Themes', { exact: true }).first().click();
	await page.getByRole('button', { name: 'Add it' }).click();
	await expect(page.getByText(/leads into a private network/)).toBeVisible();
	// What was chosen stands there still.
	await expect(page.locator('input[value="themes.*"]')).toBeChecked();
	await expectAccessible(page);
	await page.getByLabel('The address to call').fill(program.url);
	await page.getByRole('button', { name: 'Add it' }).click();
	const secret = await page.locator('code').innerText();
	await expectAccessible(page);
	await page.getByRole('link', { name: 'I have copied it' }).click();

	await page.getByRole('button', { name: 'Send a test' }).click();
	await expect(page.getByText(/^Arrived/)).toBeVisible();
	const [first] = program.received;
	expect(first && new Webhook(secret).verify(first.body, first.headers)).toMatchObject({
		type: 'webhooks.tested'
	});
	program.answer = 500;
	await page.getByRole('button', { name: /^Send again/ }).click();
	await expect(page.getByText(/It answered 500. 1 try so far/)).toBeVisible();

	const paths = [new URL(page.url()).pathname, '/settings', '/settings/webhooks/new'];
	await expectGoodPages(page, server.origin, browser, paths);

	await page.getByRole('button', { name: 'Pause it' }).click();
	await expect(page.getByText(/^Paused since/)).toBeVisible();
	await page.getByRole('button', { name: 'Let it go on' }).click();
	await page.getByRole('button', { name: 'Remove it' }).first().click();
	await page.getByRole('dialog').getByRole('button', { name: 'Remove it' }).click();
	await page.waitForURL(`${server.origin}/settings`);
	await expect(page.getByRole('link', { name: 'Add a webhook' })).toBeVisible();
});

test('without script the same forms do the same', async ({ page, server, program, browser }) => {
	await signUp(page, server);
	const { context, page: bare } = await alsoAs(page, browser, { javaScriptEnabled: false });
	await bare.goto(`${server.origin}/settings/webhooks/new`);
	await bare.getByLabel('The address to call').fill(program.url);
	await bare.getByRole('button', { name: 'Add it' }).click();
	await expect(bare.locator('code')).toHaveText(/^whsec_/);
	await bare.getByRole('link', { name: 'I have copied it' }).click();
	await bare.getByRole('button', { name: 'Send a test' }).click();
	await expect(bare.getByText(/^Arrived/)).toBeVisible();
	await bare.getByRole('button', { name: 'Make a new secret' }).click();
	await expect(bare.locator('code')).toHaveText(/^whsec_/);
	await context.close();
});
