import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AnyOperation } from '#server/perform.ts';
import { operations } from '#surfaces/registry.server.ts';
import { seedEveryTable, type Seeded } from '../support/canaries.ts';
import { openRestApi, type RestApi } from './rest-client.ts';

/**
 * Generated requests to all operations: damaged inputs, foreign ids, arbitrary headers. None may cause a
 * 5xx or take long, and each refusal has a sentence.
 */
const requests = Number(process.env.IMAGO_REQUESTS ?? 2000);
/** Maximum milliseconds of an answer. */
const longest = 2000;

let api: RestApi;
let seeded: Seeded;
beforeAll(async () => {
	api = await openRestApi();
	seeded = await seedEveryTable(api.testApp.raw, api.testApp.caller.workspaceId, 'canary');
});
afterAll(() => api.testApp.close());

const oddValue = fc.oneof(
	fc.jsonValue(),
	fc.string({ unit: 'grapheme', maxLength: 60 }),
	fc.constantFrom<unknown>(
		null,
		'',
		'\u0000',
		'\ud800',
		-1,
		1e308,
		'2026-02-30',
		'x'.repeat(20_000),
		[],
		{},
		{ __proto__: null },
		'%',
		'../..'
	)
);

/** An id: the index of a real row of some table, or an arbitrary value. */
const which = fc.oneof({ weight: 8, arbitrary: fc.nat(60) }, { weight: 1, arbitrary: oddValue });

interface Wish {
	at: number;
	/** fields to replace, by place in the example or by name */
	changes: [name: number | string, value: unknown][];
	ids: unknown;
	drop: number | null;
	/** replaces the whole body */
	body: string | null;
	query: [string, string][];
	headers: Record<string, string>;
}

const header = fc.stringMatching(/^[ -~]{0,60}$/).map((text) => text.trim());

/** Mostly the usual value, so that most requests pass the first validation. */
function seldom<Value, Usual>(arbitrary: fc.Arbitrary<Value>, usual: Usual) {
	return fc.oneof({ weight: 7, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary });
}

const wish: fc.Arbitrary<Wish> = fc.record({
	at: fc.nat(operations.length - 1),
	changes: fc.array(fc.tuple(fc.oneof(fc.nat(8), fc.string({ maxLength: 12 })), oddValue), {
		maxLength: 2
	}),
	ids: which,
	drop: seldom(fc.nat(6), null),
	body: seldom(fc.oneof(fc.string(), fc.json(), fc.constant('{"a":1e999}')), null),
	query: seldom(
		fc.array(fc.tuple(fc.string({ maxLength: 8 }), fc.string({ maxLength: 30 })), { maxLength: 2 }),
		[]
	),
	headers: seldom(
		fc.dictionary(
			fc.constantFrom('idempotency-key', 'if-match', 'if-none-match', 'content-type', 'accept'),
			header,
			{ maxKeys: 1 }
		),
		{}
	)
});

/** The example of the operation with ids replaced, then with arbitrary changes. */
function inputOf({ example }: AnyOperation, { ids, changes, drop }: Wish): Record<string, unknown> {
	const input = { ...(example as Record<string, unknown>) };
	const real = Object.values(seeded.ids);
	for (const [name, value] of Object.entries(input)) {
		if (!/[iI]ds?$/.test(name)) continue;
		const id = typeof ids === 'number' ? real[ids % real.length] : ids;
		input[name] = Array.isArray(value) ? [id] : id;
	}
	const names = Object.keys(input);
	for (const [name, value] of changes) {
		const field = typeof name === 'number' ? names[name % (names.length || 1)] : name;
		if (field !== undefined) input[field] = value;
	}
	if (drop !== null && names[drop] !== undefined) Reflect.deleteProperty(input, names[drop]);
	return input;
}

function asText(value: unknown): string {
	return typeof value === 'string' ? value : JSON.stringify(value);
}

/** Encodes a value for a path; a lone surrogate has no UTF-8 encoding. */
function inPath(value: unknown): string {
	return encodeURIComponent(asText(value).toWellFormed()) || '-';
}

function requestOf(wished: Wish): [verb: string, path: string, body: unknown] {
	const operation = operations[wished.at]!;
	const input = inputOf(operation, wished);
	const { verb, path } = operation.http;
	const used = new Set<string>();
	const address = path.replace(/\{(\w+)\}/g, (_, name: string) => {
		used.add(name);
		return inPath(input[name] ?? '-');
	});
	const rest = Object.entries(input).filter(([name]) => !used.has(name));
	const inQuery = verb === 'GET' || verb === 'DELETE';
	const query = new URLSearchParams([
		...(inQuery ? rest.map(([name, value]): [string, string] => [name, asText(value)]) : []),
		...wished.query
	]);
	const body = inQuery ? undefined : (wished.body ?? Object.fromEntries(rest));
	return [verb, query.size > 0 ? `${address}?${query}` : address, body];
}

test(`${requests} generated requests: no fault, none slow, every refusal says why`, async () => {
	const statuses: Record<number, number> = {};
	let slowest = 0;
	await fc.assert(
		fc.asyncProperty(wish, async (wished) => {
			// One second per request, so that the rate limit of the key is never reached.
			const now = Date.parse(api.testApp.clock.now());
			api.testApp.clock.set(new Date(now + 1000).toISOString());
			const [verb, path, body] = requestOf(wished);
			const began = performance.now();
			const answer = await api.send(verb, path, body, undefined, wished.headers);
			const millis = performance.now() - began;
			slowest = Math.max(slowest, millis);
			statuses[answer.status] = (statuses[answer.status] ?? 0) + 1;
			expect(answer.status).toBeLessThan(500);
			expect(millis).toBeLessThan(longest);
			if (answer.status < 400) return;
			expect(answer.type).toBe('application/problem+json');
			expect(answer.json.code).toMatch(/^[\w-]+(\.[\w-]+)+$/);
			expect(answer.json.status).toBe(answer.status);
			expect(answer.json.detail).toMatch(/^.{15,}[.?!]$/s);
			expect(answer.text).not.toMatch(/sqlite|node_modules|kysely|\bat .*\.ts:/i);
		}),
		{ numRuns: requests }
	);
	console.log(`slowest ${Math.round(slowest)} ms`, statuses);
}, 900_000);
