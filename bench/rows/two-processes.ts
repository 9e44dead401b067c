import autocannon from 'autocannon';
import { median } from '../measure/figures.ts';
import type { Pace } from '../measure/pace.ts';
import type { Row } from '../table.ts';

const connections = 16;

async function load(origins: readonly string[], cookie: string, seconds: number): Promise<number> {
	const results = await Promise.all(
		origins.map((url) =>
			autocannon({
				url,
				connections: connections / origins.length,
				duration: seconds,
				headers: { cookie, accept: 'text/html' },
				requests: [{ path: '/people' }]
			})
		)
	);
	return results.reduce((sum, { requests, duration }) => sum + requests.total / duration, 0);
}

/** Throughput of one process and of two, with the same number of connections. */
export async function measureTwo(
	origins: readonly [string, string],
	cookie: string,
	pace: Pace
): Promise<Row[]> {
	const one: number[] = [];
	const two: number[] = [];
	await load(origins, cookie, 1);
	for (let round = 0; round < pace.rounds; round += 1) {
		one.push(await load([origins[0]], cookie, pace.seconds));
		two.push(await load(origins, cookie, pace.seconds));
	}
	const on = (processes: string): string => `People, ${processes}, ${connections} connections`;
	return [
		{ what: 'carried', on: on('one process'), value: median(one), unit: 'req/s' },
		{
			what: 'carried',
			on: on('two processes'),
			value: median(two),
			unit: 'req/s',
			ratio: median(two) / median(one),
			ratioLimit: { least: 1.8 }
		}
	];
}
