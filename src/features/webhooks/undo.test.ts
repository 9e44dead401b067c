import { afterAll, beforeAll } from 'vitest';
import { openTestApp, type TestApp } from '#tests/support/app.ts';
import { holdUndo } from '#tests/support/undo.ts';
import { operationsIn } from '#server/perform.ts';
import * as own from './operations.server.ts';
import { addWebhook, pauseWebhook, resumeWebhook } from './operations.server.ts';

let house: TestApp;
beforeAll(async () => {
	house = await openTestApp();
});
afterAll(() => house.close());

holdUndo(() => house, operationsIn(own), {
	'webhooks.pause': async () => {
		const url = 'https://hooks.example/imago';
		const { id } = await house.as(addWebhook, { url, wants: ['themes.*'] });
		return {
			input: { id },
			otherwise: async (pass) => {
				await house.as(resumeWebhook, { id });
				pass();
				await house.as(pauseWebhook, { id });
			}
		};
	}
});
