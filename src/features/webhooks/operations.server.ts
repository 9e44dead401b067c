import type { AnyOperation } from '#server/perform.ts';
import {
	addWebhook,
	changeWebhook,
	removeWebhook,
	rotateSecret
} from './operations/adding.server.ts';
import { pauseWebhook, resumeWebhook } from './operations/pausing.server.ts';
import { listDeliveries, listWebhooks, seeWebhook } from './operations/seeing.server.ts';
import { redeliver, testWebhook } from './operations/sending.server.ts';

export * from './operations/adding.server.ts';
export * from './operations/pausing.server.ts';
export * from './operations/seeing.server.ts';
export * from './operations/sending.server.ts';

export const webhookOperations = [
	listWebhooks,
	addWebhook,
	seeWebhook,
	changeWebhook,
	removeWebhook,
	rotateSecret,
	pauseWebhook,
	resumeWebhook,
	testWebhook,
	listDeliveries,
	redeliver
] as AnyOperation[];
