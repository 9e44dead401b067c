import { existsSync } from 'node:fs';
import { availableParallelism, cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '#server/project-root.ts';
import { connectionsCsv } from '#tests/support/connections.ts';
import { freePort } from '#tests/support/server.ts';
import { build } from '../script/steps.js';
import { buildBarePage } from './bare-page.ts';
import { readBare } from './bare-engine.ts';
import { launch, type Program } from './measure/launch.ts';
import { memoryOf } from './measure/memory.ts';
import { full, quick } from './measure/pace.ts';
import { weigh } from './measure/weight.ts';
import { measureImport } from './rows/import.ts';
import { measurePages } from './rows/pages.ts';
import { measurePostgres } from './rows/postgres.ts';
import { measureStart, peakRows } from './rows/start.ts';
import { measureWeight, weighedPages } from './rows/weight.ts';
import { makeSeason } from './season/interviews.ts';
import { table, type Row } from './table.ts';

const pace = process.argv.includes('--quick') ? quick : full;
const season = `${pace.people.toLocaleString('en')} people, ${pace.interviews} interviews`;

function say(text: string): void {
	process.stderr.write(`${text}\n`);
}

/** The load average of the last minute; the run itself brings it to about two. */
function load(): string {
	return loadavg()[0]!.toFixed(1);
}

/** The machine and its load, without which the figures mean nothing. */
function machine(loadBefore: string): string {
	const processor = cpus()[0]?.model.trim() ?? 'unknown';
	const day = new Date().toISOString().slice(0, 10);
	const system = `${availableParallelism()} cores (${processor}), Node ${process.version}`;
	return `${day}, ${system}, load ${loadBefore} before and ${load()} after the run`;
}

/** The server as `npm start` runs it, on a folder with data. */
async function serverOn(data: string): Promise<Program> {
	return {
		words: [
			'--max-semi-space-size=4',
			'--disable-warning=ExperimentalWarning',
			'src/server/main.ts'
		],
		folder: projectRoot,
		// The load uses one key, far beyond the usual rate limit.
		environment: { IMAGO_DATA: data, IMAGO_LOG: 'warn', IMAGO_KEY_REQUESTS: '9999999' },
		port: await freePort()
	};
}

async function measure(cleanup: AsyncDisposableStack): Promise<Row[]> {
	say('Building the bare page.');
	const bare = await buildBarePage();
	cleanup.defer(() => bare.remove());

	say(`Importing ${pace.people.toLocaleString('en')} people, ${pace.rounds} times.`);
	const { rows: importRows, seeded } = await measureImport(pace, cleanup);
	const { server, visitor, program } = seeded;
	say(`Making ${pace.interviews} interviews.`);
	const { themeId, interviewId, heldId } = await makeSeason(program, pace.interviews);
	await server.stop({ keep: true });

	say('Starting each server several times.');
	const imago = await serverOn(server.data);
	const startRows = await measureStart(bare, imago, season, pace.rounds + 2);

	say('Asking for pages and searching.');
	const bareServer = await launch(bare);
	cleanup.defer(() => bareServer.stop());
	const imagoServer = await launch(imago);
	cleanup.defer(() => imagoServer.stop());
	const { cookie } = visitor;
	const { key } = program;
	const signedIn = {
		origin: imagoServer.origin,
		cookie,
		key,
		themeId,
		interviewId,
		heldId,
		on: season
	};
	const engine = readBare(connectionsCsv({ rows: pace.people }));
	const pageRows = await measurePages(signedIn, bareServer.origin, engine, pace);
	const peaks = peakRows(memoryOf(bareServer.pid)?.peak, memoryOf(imagoServer.pid)?.peak);

	say('Weighing pages.');
	const bareWeight = await weigh(bareServer.origin, {}, '/');
	const weightRows = await measureWeight(
		imagoServer.origin,
		cookie,
		weighedPages(interviewId, heldId),
		bareWeight
	);
	await imagoServer.stop();
	// The second engine is measured with many workspaces; `--quick --scale` measures them in full.
	const sizes = process.argv.includes('--scale') ? full.sizes : pace.sizes;
	const second = { pace, bareOrigin: bareServer.origin, engine, sizes, say, cleanup };
	const postgresRows = await measurePostgres(second);
	return [...importRows, ...pageRows, ...startRows, ...peaks, ...weightRows, ...postgresRows];
}

const loadBefore = load();
if (!existsSync(join(projectRoot, 'build/handler.js'))) await build();
await using cleanup = new AsyncDisposableStack();
const rows = await measure(cleanup);
process.stdout.write(`${machine(loadBefore)}\n\n${table(rows)}\n`);
