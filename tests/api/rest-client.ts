import { addKey } from '#features/account/operations.server.ts';
import { restRouter } from '#surfaces/rest/router.ts';
import { operations } from '#surfaces/registry.server.ts';
import type { Caller } from '#server/perform.ts';
import { openTestApp, type TestApp } from '../support/app.ts';

export interface Answer {
	status: number;
	type: string;
	text: string;
	json: Record<string, unknown>;
	headers: Headers;
}

export interface RestApi {
	testApp: TestApp;
	key: string;
	/** sends a request as a REST client; `key` may be another key, or null for none */
	send(
		verb: string,
		path: string,
		body?: unknown,
		key?: string | null,
		headers?: Record<string, string>
	): Promise<Answer>;
	keyFor(effects: ('read' | 'draft' | 'write')[], caller?: Caller): Promise<string>;
}

/** The REST router on a test app, without a network. */
export async function openRestApi(): Promise<RestApi> {
	const testApp = await openTestApp();
	const router = restRouter(operations);
	const keyFor = async (effects: ('read' | 'draft' | 'write')[], caller = testApp.caller) =>
		(await testApp.as(addKey, { name: 'Tests', effects }, caller)).key;
	const own = await keyFor(['read', 'draft', 'write']);
	return {
		testApp,
		key: own,
		keyFor,
		send: async (verb, path, body, key = own, headers = {}) => {
			const response = await router.fetch(
				new Request(`http://127.0.0.1/api/v1${path}`, {
					method: verb,
					headers: {
						...(key === null ? {} : { authorization: `Bearer ${key}` }),
						...(body === undefined ? {} : { 'content-type': 'application/json' }),
						...headers
					},
					...(body === undefined
						? {}
						: { body: typeof body === 'string' ? body : JSON.stringify(body) })
				}),
				{ app: testApp.app, address: '198.51.100.7' }
			);
			const text = await response.text();
			let json: Record<string, unknown> = {};
			try {
				json = JSON.parse(text) as Record<string, unknown>;
			} catch {
				// Some scenarios expect an answer that is not JSON.
			}
			return {
				status: response.status,
				type: response.headers.get('content-type') ?? '',
				text,
				json,
				headers: response.headers
			};
		}
	};
}
