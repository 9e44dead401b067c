import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openTheme } from '#features/clarity/operations.server.ts';
import { configureOutbound } from '#server/outbound/settings.ts';
import { projectRoot } from '#server/project-root.ts';
import { openTestApp } from '#tests/support/app.ts';
import { freePort } from '#tests/support/server.ts';
import { addWebhook, listDeliveries } from './operations.server.ts';

const guide = readFileSync(join(projectRoot, 'docs/webhooks.md'), 'utf8');

test('the program in docs/webhooks.md receives events, and refuses forged ones', async () => {
	const program = /```js\n([\s\S]*?)```/.exec(guide)?.[1] ?? '';
	const testApp = await openTestApp(new Date().toISOString());
	configureOutbound({ outboundAllow: ['127.0.0.1'] });
	const port = await freePort();
	const url = `http://127.0.0.1:${port}/`;
	const { id, secret } = await testApp.as(addWebhook, { url, wants: ['themes.opened'] });
	const running = spawn(process.execPath, ['--input-type=module', '-e', program], {
		cwd: projectRoot,
		env: { WEBHOOK_SECRET: secret, PORT: String(port) }
	});
	let said = '';
	running.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
	try {
		await expect.poll(() => said, { timeout: 10_000 }).toContain('listening');
		const theme = await testApp.as(openTheme, { title: 'Magazine editing' });
		await expect.poll(() => said).toContain(`themes.opened theme ${theme.id}`);
		await expect
			.poll(async () => (await testApp.as(listDeliveries, { id })).deliveries[0]?.httpStatus)
			.toBe(204);
		const forged = await fetch(url, {
			method: 'POST',
			body: '{}',
			headers: {
				'webhook-id': 'x',
				'webhook-timestamp': String(Math.floor(Date.now() / 1000)),
				'webhook-signature': 'v1,AAAA'
			}
		});
		expect(forged.status).toBe(401);
	} finally {
		running.kill();
		configureOutbound({ outboundAllow: [] });
		await testApp.close();
	}
});
