import autocannon from 'autocannon';
import { Connection } from './connection.ts';
import { median, quantile } from './figures.ts';
import type { Pace } from './pace.ts';

/** Pages of one server that are requested in rotation. */
export interface Target {
	origin: string;
	headers: Record<string, string>;
	paths: readonly string[];
}

export interface Answers {
	/** milliseconds over one connection, one request at a time */
	p50: number;
	p99: number;
	/** median of each path, in milliseconds */
	byPath: Map<string, number>;
	/** answers per second with 8 connections */
	perSecond: number;
}

interface Round {
	times: number[];
	perSecond: number;
}

/** Sends one request at a time; returns the time of each in milliseconds. */
async function measureSequential(target: Target, requests: number): Promise<number[]> {
	const { origin, headers, paths } = target;
	const connection = new Connection(origin, headers);
	const times: number[] = [];
	for (let at = 0; at < requests; at += 1) {
		const { millis } = await connection.page(paths[at % paths.length]!);
		times.push(millis);
	}
	connection.close();
	return times;
}

async function measureThroughput(target: Target, seconds: number): Promise<number> {
	const { origin, headers, paths } = target;
	const requests = paths.map((path) => ({ path }));
	const options = { url: origin, connections: 8, duration: seconds, headers, requests };
	const result = await autocannon(options);
	const failed = result.non2xx + result.errors + result.timeouts;
	if (failed > 0) throw new Error(`${failed} requests failed under load: ${paths.join(' ')}`);
	return result.requests.total / result.duration;
}

function answersFrom(target: Target, rounds: readonly Round[]): Answers {
	const { paths } = target;
	const every = rounds.map((round) => round.times);
	const byPath = paths.map((path, index): [string, number] => {
		const times = every.flatMap((each) => each.filter((_, at) => at % paths.length === index));
		return [path, median(times)];
	});
	return {
		p50: median(every.map((times) => quantile(times, 0.5))),
		p99: median(every.map((times) => quantile(times, 0.99))),
		byPath: new Map(byPath),
		perSecond: median(rounds.map((round) => round.perSecond))
	};
}

/**
 * Measures several targets, one at a time, in rounds: other load of the machine then affects all of them
 * alike, and their ratios stay comparable. Each figure is the median of the rounds.
 */
export async function compareTargets<Name extends string>(
	targets: Record<Name, Target>,
	pace: Pace
): Promise<Record<Name, Answers>> {
	const named = Object.entries<Target>(targets).map(([name, target]) => {
		return { name, target, rounds: [] as Round[] };
	});
	for (const { target } of named) {
		await measureSequential(target, pace.warmUp);
		await measureThroughput(target, 1);
	}
	for (let round = 0; round < pace.rounds; round += 1) {
		for (const { target, rounds } of named) {
			const times = await measureSequential(target, pace.requests);
			rounds.push({ times, perSecond: await measureThroughput(target, pace.seconds) });
		}
	}
	const answers = named.map(({ name, target, rounds }) => [name, answersFrom(target, rounds)]);
	return Object.fromEntries(answers) as Record<Name, Answers>;
}
