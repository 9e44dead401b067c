import { connectionsCsv } from '#tests/support/connections.ts';
import { startServer, type RunningServer } from '#tests/support/server.ts';
import { firstExplorer, type Visitor } from '#tests/support/visitor.ts';
import { importBare } from '../bare-engine.ts';
import { median, pause } from '../measure/figures.ts';
import { memoryOf } from '../measure/memory.ts';
import type { Pace } from '../measure/pace.ts';
import { watch, type Watched } from '../measure/watch.ts';
import { importFile, type ImportTimes } from '../season/import.ts';
import { programOf, type Program } from '../season/program.ts';
import type { Row } from '../table.ts';

/** A running Imago with the whole address book in it. */
export interface FullHouse {
	server: RunningServer;
	visitor: Visitor;
	program: Program;
}

interface Round {
	bare: { parse: number; insert: number };
	times: ImportTimes;
	before: Watched;
	meanwhile: Watched;
	peak: number | undefined;
}

const watched = ['/healthz', '/people'];

/** A house that has just started compiles each page at first; somebody was here before. */
async function warmUp(visitor: Visitor, path: string): Promise<void> {
	for (let at = 0; at < 50; at += 1) await (await visitor.fetch(path)).text();
}

/** One import into a house that has nobody yet, with the bare one just before it. */
async function importOnce(
	csv: string,
	people: number,
	closing: AsyncDisposableStack
): Promise<[Round, FullHouse]> {
	const bare = importBare(csv, 5);
	const server = await startServer({ environment: { IMAGO_KEY_REQUESTS: '9999999' } });
	closing.defer(async () => void (await server.stop()));
	const visitor = await firstExplorer(server);
	const program = await programOf(server.origin, visitor);
	const headers = { cookie: visitor.cookie, accept: 'text/html' };
	const order = { origin: server.origin, headers, paths: watched, every: 20 };
	for (const path of [...watched, '/people/import']) await warmUp(visitor, path);
	const quiet = watch(order);
	await pause(1500);
	const before = await quiet.stop();
	const watching = watch(order);
	await pause(300);
	const times = await importFile(visitor, program, csv, people);
	const meanwhile = await watching.stop();
	const peak = memoryOf(server.process.pid)?.peak;
	return [
		{ bare, times, before, meanwhile, peak },
		{ server, visitor, program }
	];
}

function rowsFrom(rounds: readonly Round[], on: string): Row[] {
	const of = (figure: (round: Round) => number): number => median(rounds.map(figure));
	const bareTotal = (round: Round): number => round.bare.parse + round.bare.insert;
	const worst = (seen: (round: Round) => Watched, path: string): number =>
		Math.max(...rounds.flatMap((round) => seen(round)[path] ?? []));
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
		...watched.flatMap((path): Row[] => [
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

/** Imports the file into several fresh houses; the last one stays open for the other rows. */
export async function measureImport(
	pace: Pace,
	closing: AsyncDisposableStack
): Promise<{ rows: Row[]; house: FullHouse }> {
	const csv = connectionsCsv({ rows: pace.people });
	const rounds: Round[] = [];
	let house: FullHouse | undefined;
	for (let at = 0; at < pace.rounds; at += 1) {
		await house?.server.stop();
		const [round, full] = await importOnce(csv, pace.people, closing);
		rounds.push(round);
		house = full;
	}
	if (!house) throw new Error('No import was asked for.');
	return { rows: rowsFrom(rounds, `${pace.people.toLocaleString('en')} rows`), house };
}
