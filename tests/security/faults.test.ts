import { Writable } from 'node:stream';
import pino from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { operation, type AnyOperation } from '#server/perform.ts';
import { restRouter } from '#surfaces/rest/router.ts';
import { openApi, type Api } from '../api/program.ts';

let api: Api;
beforeAll(async () => {
	api = await openApi();
});
afterAll(() => api.house.close());

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

test('a fault changes nothing, tells the program nothing of the inside, and stands in the log', async () => {
	const lines: string[] = [];
	const kept = new Writable({
		write: (chunk: Buffer, _, done) => {
			lines.push(chunk.toString());
			done();
		}
	});
	const app = { ...api.house.app, log: pino(kept) };
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
	expect(await api.house.open.selectFrom('pauses').selectAll().execute()).toEqual([]);
	expect(lines.join('')).toContain('a request failed');
	expect(lines.join('')).not.toContain(api.key);
});
