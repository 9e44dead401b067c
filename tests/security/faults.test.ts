import { Writable } from 'node:stream';
import pino from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { operation, type AnyOperation } from '#server/perform.ts';
import { restRouter } from '#surfaces/rest/router.ts';
import { openRestApi, type RestApi } from '../api/rest-client.ts';

let api: RestApi;
beforeAll(async () => {
	api = await openRestApi();
});
afterAll(() => api.testApp.close());

/** An operation with a bug after its first write. */
const broken = operation({
	name: 'pauses.breaking',
	http: { verb: 'POST', path: '/breaking' },
	summary: 'Breaks',
	effect: 'write',
	input: z.object({}),
	output: z.object({}),
	example: {},
	run: async ({ scope, now, newId }) => {
		const { workspaceId: workspace_id } = scope;
		const day = { from_day: '2026-12-21', until_day: '2026-12-22', added_at: now };
		await scope.db
			.insertInto('pauses')
			.values({ workspace_id, id: newId(), ...day })
			.execute();
		throw new Error('canary: select * from secrets');
	}
}) as AnyOperation;

test('an unexpected error is rolled back, reveals no internals, and is logged', async () => {
	const lines: string[] = [];
	const sink = new Writable({
		write: (chunk: Buffer, _, done) => {
			lines.push(chunk.toString());
			done();
		}
	});
	const app = { ...api.testApp.app, log: pino(sink) };
	const answer = await restRouter([broken]).fetch(
		new Request('http://127.0.0.1/api/v1/breaking', {
			method: 'POST',
			headers: { authorization: `Bearer ${api.key}` }
		}),
		{ app, address: '198.51.100.7' }
	);
	expect([answer.status, answer.headers.get('content-type')]).toEqual([
		503,
		'application/problem+json'
	]);
	const text = await answer.text();
	expect(text).not.toMatch(/canary|secrets|node_modules|\bat \w+ \(/);
	expect(await api.testApp.open.selectFrom('pauses').selectAll().execute()).toEqual([]);
	expect(lines.join('')).toContain('a request failed');
	expect(lines.join('')).not.toContain(api.key);
});
