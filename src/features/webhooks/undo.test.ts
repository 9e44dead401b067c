import { afterAll, beforeAll } from 'vitest';
import { openTestApp, type TestApp } from '#tests/support/app.ts';
import { holdUndo } from '#tests/support/undo.ts';
import { operationsIn } from '#server/perform.ts';
import * as own from './operations.server.ts';
import { addWebhook, pauseWebhook, resumeWebhook } from './operations.server.ts';

let testApp: TestApp;
beforeAll(async () => {
	testApp = await openTestApp();
});
afterAll(() => testApp.close());

holdUndo(() => testApp, operationsIn(own), {
	'webhooks.pause': async () => {
		const url = 'https://hooks.example/imago';
		const { id } = await testApp.as(addWebhook, { url, wants: ['themes.*'] });
		return {
			input: { id },
			otherwise: async (pass) => {
				await testApp.as(resumeWebhook, { id });
				pass();
				await testApp.as(pauseWebhook, { id });
			}
		};
	}
});
