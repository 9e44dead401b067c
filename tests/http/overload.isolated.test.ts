import { afterAll, beforeAll, expect, test } from 'vitest';
import autocannon from 'autocannon';
import { anotherExplorer } from '../support/imago.ts';
import { firstExplorer, type Visitor } from '../support/visitor.ts';
import { startServer, type RunningServer } from '../support/server.ts';

/**
 * Overload: four times the load gives 429 or 503 with Retry-After, health answers,
 * back to normal within 10 s. The load is bounded in connections and seconds, on this machine alone.
 */
let server: RunningServer;
let mara: Visitor;
beforeAll(async () => {
	server = await startServer();
	mara = await firstExplorer(server);
});
afterAll(() => server.stop());

async function millisOf(work: () => Promise<Response>): Promise<number> {
	const began = performance.now();
	const response = await work();
	await response.arrayBuffer();
	expect(response.status).toBe(200);
	return performance.now() - began;
}

const p99 = (values: number[]): number =>
	values.toSorted((one, other) => one - other)[Math.ceil(values.length * 0.99) - 1] ?? Infinity;

const health = () => millisOf(() => fetch(`${server.origin}/healthz`));
const page = () => millisOf(() => mara.fetch('/'));

/** Loads a page with many connections, with one of several sessions per connection. */
function load(connections: number, seconds: number, cookie: (at: number) => string) {
	let at = 0;
	return autocannon({
		url: `${server.origin}/clarity`,
		connections,
		duration: seconds,
		setupClient: (client) => {
			at += 1;
			client.setHeaders({ cookie: cookie(at), accept: 'text/html' });
		}
	});
}

test('hundreds of connections of one session get 429; health checks still answer', async () => {
	for (let at = 0; at < 20; at += 1) await page();
	const flood = load(300, 6, () => mara.cookie);
	await new Promise((resolve) => setTimeout(resolve, 500));
	const healths: number[] = [];
	for (let at = 0; at < 50; at += 1) healths.push(await health());
	const result = await flood;
	expect(result['2xx']).toBeGreaterThan(0);
	expect(result.statusCodeStats['429']?.count).toBeGreaterThan(0);
	expect(result['5xx']).toBe(0);
	console.log(`health under one session’s flood: p99 ${p99(healths).toFixed(0)} ms`);
	expect(p99(healths)).toBeLessThan(100);
});

test('four times the capacity gets 503 with Retry-After, and latency is normal again afterwards', async () => {
	const before: number[] = [];
	for (let at = 0; at < 100; at += 1) before.push(await page());
	// Several accounts, since requests of one workspace share one queue and get 429.
	const sessions: Visitor[] = [];
	for (let at = 0; at < 8; at += 1) sessions.push(await anotherExplorer(server, `Many ${at}`));
	const flood = load(512, 6, (at) => sessions[at % sessions.length]?.cookie ?? '');
	await new Promise((resolve) => setTimeout(resolve, 1000));
	const healths: number[] = [];
	for (let at = 0; at < 50; at += 1) healths.push(await health());
	// A new client still gets an answer; one of those with too many requests is refused.
	await page();
	const refused = await firstRefusal(sessions[0]?.cookie ?? '');
	const result = await flood;
	const count = (status: string): number => result.statusCodeStats[status]?.count ?? 0;
	console.log(
		`512 connections: ${String(count('200'))} pages, ${String(count('503'))} times 503; health p99 ${p99(healths).toFixed(0)} ms`
	);
	expect(count('503')).toBeGreaterThan(0);
	expect(count('500')).toBe(0);
	expect(refused?.headers.get('retry-after')).toMatch(/^[12]$/);
	expect(p99(healths)).toBeLessThan(100);
	await new Promise((resolve) => setTimeout(resolve, 2000));
	const after: number[] = [];
	for (let at = 0; at < 100; at += 1) after.push(await page());
	expect(p99(after)).toBeLessThan(Math.max(50, 2 * p99(before)));
});

/**
 * Returns the first 503 of several concurrent requests; the refused one of a queue is not always the
 * newest.
 */
async function firstRefusal(cookie: string): Promise<Response | undefined> {
	for (let round = 0; round < 20; round += 1) {
		const answers = await Promise.all(
			Array.from({ length: 16 }, async () => {
				const response = await fetch(`${server.origin}/`, { headers: { cookie } });
				await response.arrayBuffer();
				return response;
			})
		);
		const refused = answers.find(({ status }) => status === 503);
		if (refused) return refused;
	}
	return undefined;
}
