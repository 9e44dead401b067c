import { connectionsCsv } from '#tests/support/connections.ts';
import { startServer, type RunningServer } from '#tests/support/server.ts';
import { firstExplorer, type Visitor } from '#tests/support/visitor.ts';
import { importBare } from '../bare-engine.ts';
import { median, pause } from '../measure/figures.ts';
import { memoryOf } from '../measure/memory.ts';
import type { Pace } from '../measure/pace.ts';
import { startProbe, type ProbeResults } from '../measure/probe.ts';
import { importFile, type ImportTimes } from '../season/import.ts';
import { programOf, type Program } from '../season/program.ts';
import type { Row } from '../table.ts';

/** A running Imago with the whole address book imported. */
export interface SeededServer {
	server: RunningServer;
	visitor: Visitor;
	program: Program;
}

interface Round {
	bare: { parse: number; insert: number };
	times: ImportTimes;
	before: ProbeResults;
	meanwhile: ProbeResults;
	peak: number | undefined;
}

const probedPaths = ['/healthz', '/people'];

/** Requests a page 50 times, since a new server compiles each page at first. */
async function warmUp(visitor: Visitor, path: string): Promise<void> {
	for (let at = 0; at < 50; at += 1) await (await visitor.fetch(path)).text();
}

/** Imports into an empty server, directly after the bare import. */
async function importOnce(
	csv: string,
	people: number,
	cleanup: AsyncDisposableStack
): Promise<[Round, SeededServer]> {
	const bare = importBare(csv, 5);
	const server = await startServer({ environment: { IMAGO_KEY_REQUESTS: '9999999' } });
	cleanup.defer(async () => void (await server.stop()));
	const visitor = await firstExplorer(server);
	const program = await programOf(server.origin, visitor);
	const headers = { cookie: visitor.cookie, accept: 'text/html' };
	const options = { origin: server.origin, headers, paths: probedPaths, every: 20 };
	for (const path of [...probedPaths, '/people/import']) await warmUp(visitor, path);
	const idleProbe = startProbe(options);
	await pause(1500);
	const before = await idleProbe.stop();
	const probe = startProbe(options);
	await pause(300);
	const times = await importFile(visitor, program, csv, people);
	const meanwhile = await probe.stop();
	const peak = memoryOf(server.process.pid)?.peak;
	return [
		{ bare, times, before, meanwhile, peak },
		{ server, visitor, program }
	];
}

function rowsFrom(rounds: readonly Round[], on: string): Row[] {
	const of = (figure: (round: Round) => number): number => median(rounds.map(figure));
	const bareTotal = (round: Round): number => round.bare.parse + round.bare.insert;
	const worst = (resultsOf: (round: Round) => ProbeResults, path: string): number =>
		Math.max(...rounds.flatMap((round) => resultsOf(round)[path] ?? []));
	const peaks = rounds.flatMap(({ peak }) => peak ?? []);
	return [
		{ what: 'bare: parse', on, value: of((round) => round.bare.parse), unit: 'ms' },
		{ what: 'bare: insert', on, value: of((round) => round.bare.insert), unit: 'ms' },
		{
			what: 'import',
			on,
			value: of((round) => round.times.total),
			unit: 'ms',
			limit: { most: 1100 },
			ratio: of((round) => round.times.total / bareTotal(round)),
			ratioLimit: { most: 5 }
		},
		{
			what: 'import: upload until preview',
			on,
			value: of((round) => round.times.preview),
			unit: 'ms'
		},
		{
			what: 'import: take over until listed',
			on,
			value: of((round) => round.times.commit),
			unit: 'ms'
		},
		...probedPaths.flatMap((path): Row[] => [
			{
				what: 'worst answer before an import',
				on: `${path} every 20 ms`,
				value: worst((round) => round.before, path),
				unit: 'ms'
			},
			{
				what: 'worst answer while importing',
				on: `${path} every 20 ms`,
				value: worst((round) => round.meanwhile, path),
				unit: 'ms',
				limit: { most: 50 }
			}
		]),
		{
			what: 'peak memory, import',
			on,
			value: peaks.length > 0 ? median(peaks) : undefined,
			unit: 'MiB'
		}
	];
}

/** Imports the file into several new servers; the last one stays open for the other rows. */
export async function measureImport(
	pace: Pace,
	cleanup: AsyncDisposableStack
): Promise<{ rows: Row[]; seeded: SeededServer }> {
	const csv = connectionsCsv({ rows: pace.people });
	const rounds: Round[] = [];
	let seeded: SeededServer | undefined;
	for (let at = 0; at < pace.rounds; at += 1) {
		await seeded?.server.stop();
		const [round, server] = await importOnce(csv, pace.people, cleanup);
		rounds.push(round);
		seeded = server;
	}
	if (!seeded) throw new Error('No import was asked for.');
	return { rows: rowsFrom(rounds, `${pace.people.toLocaleString('en')} rows`), seeded };
}
