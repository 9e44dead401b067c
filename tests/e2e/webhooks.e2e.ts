import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';
import type { RunningServer } from '../support/server.ts';
import { alsoAs, expect, expectAccessible, expectGoodPages, test as base } from './fixtures.ts';

interface Received {
	headers: Record<string, string>;
	body: string;
}

interface Fixtures {
	server: RunningServer;
	/** a program on this machine, which the server allows */
	program: { url: string; received: Received[]; answer: number };
}

const test = base.extend<Fixtures>({
	server: async ({ sharedAllowingServer }, use) => use(sharedAllowingServer),
	// Playwright reads which fixtures are wanted from the form of the first parameter.
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

test('a webhook is delivered, fails, is sent again, and is removed', async ({
	mara,
	server,
	program,
	browser
}) => {
	test.setTimeout(180_000);
	await mara.goto(`${server.origin}/settings`);
	await mara.getByRole('link', { name: 'Add webhook' }).click();
	await mara.getByLabel('Address of your program').fill('https://10.0.0.1/imago');
	await mara.getByText('Themes', { exact: true }).first().click();
	await mara.getByRole('button', { name: 'Add webhook' }).click();
	await expect(mara.getByText(/is in a private network/)).toBeVisible();
	// The chosen subscriptions are kept.
	await expect(mara.locator('input[value="themes.*"]')).toBeChecked();
	await expectAccessible(mara);
	await mara.getByLabel('Address of your program').fill(program.url);
	await mara.getByRole('button', { name: 'Add webhook' }).click();
	const secret = await mara.locator('code').innerText();
	await expectAccessible(mara);
	await mara.getByRole('link', { name: 'Continue' }).click();

	await mara.getByRole('button', { name: 'Send test' }).click();
	await expect(mara.getByText(/^Delivered/)).toBeVisible();
	const [first] = program.received;
	expect(first && new Webhook(secret).verify(first.body, first.headers)).toMatchObject({
		type: 'webhooks.tested'
	});
	program.answer = 500;
	await mara.getByRole('button', { name: /^Send again/ }).click();
	await expect(mara.getByText(/Your program answered 500. 1 attempt so far/)).toBeVisible();

	const paths = [new URL(mara.url()).pathname, '/settings', '/settings/webhooks/new'];
	await expectGoodPages(mara, server.origin, browser, paths);

	await mara.getByRole('button', { name: 'Pause', exact: true }).click();
	await expect(mara.getByText(/^Paused since/)).toBeVisible();
	await mara.getByRole('button', { name: 'Resume' }).click();
	await mara.getByRole('button', { name: 'Delete webhook' }).first().click();
	await mara.getByRole('dialog').getByRole('button', { name: 'Delete webhook' }).click();
	await mara.waitForURL(`${server.origin}/settings`);
	await expect(mara.getByRole('link', { name: 'Add webhook' })).toBeVisible();
});

test('without script the same forms do the same', async ({ mara, server, program, browser }) => {
	const { context, page: bare } = await alsoAs(mara, browser, { javaScriptEnabled: false });
	await bare.goto(`${server.origin}/settings/webhooks/new`);
	await bare.getByLabel('Address of your program').fill(program.url);
	await bare.getByRole('button', { name: 'Add webhook' }).click();
	await expect(bare.locator('code')).toHaveText(/^whsec_/);
	await bare.getByRole('link', { name: 'Continue' }).click();
	await bare.getByRole('button', { name: 'Send test' }).click();
	await expect(bare.getByText(/^Delivered/)).toBeVisible();
	await bare.getByRole('button', { name: 'Create new secret' }).click();
	await expect(bare.locator('code')).toHaveText(/^whsec_/);
	await context.close();
});
