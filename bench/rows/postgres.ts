import { randomBytes } from 'node:crypto';
import { connectionsCsv } from '#tests/support/connections.ts';
import { newDatabase, startPostgres } from '#tests/support/postgres.ts';
import { startServer, type RunningServer } from '#tests/support/server.ts';
import { firstExplorer } from '#tests/support/visitor.ts';
import type { BareReads } from '../bare-engine.ts';
import type { Pace } from '../measure/pace.ts';
import { importFile } from '../season/import.ts';
import { makeSeason } from '../season/interviews.ts';
import { programOf } from '../season/program.ts';
import type { Row } from '../table.ts';
import { measurePages } from './pages.ts';
import { measureScale } from './scale.ts';
import { measureTwo } from './two-processes.ts';

/** PostgreSQL settings for a machine of this size; it syncs to disk. */
const settings = ['shared_buffers=1GB', 'max_wal_size=8GB', 'random_page_cost=1.1'];

interface PostgresRun {
	pace: Pace;
	bareOrigin: string;
	engine: BareReads;
	/** total numbers of workspaces, in increasing order */
	sizes: readonly number[];
	say(text: string): void;
	cleanup: AsyncDisposableStack;
}

/** Starts one PostgreSQL for all measurements. */
async function openServer(cleanup: AsyncDisposableStack) {
	const server = await startPostgres({ settings, onDisk: true });
	cleanup.defer(() => server.stop());
	const secret = randomBytes(32).toString('hex');
	const start = async (url: string): Promise<RunningServer> => {
		const environment = { DATABASE_URL: url, IMAGO_SECRET: secret, IMAGO_KEY_REQUESTS: '9999999' };
		const running = await startServer({ environment });
		cleanup.defer(async () => void (await running.stop()));
		return running;
	};
	return { newDatabase: () => newDatabase(server.socket), start };
}

type Server = Awaited<ReturnType<typeof openServer>>;

/** Measures the same data, pages and searches as on SQLite. */
async function measureSeason(
	server: Server,
	{ pace, bareOrigin, engine, say }: PostgresRun
): Promise<Row[]> {
	const database = await server.newDatabase();
	const running = await server.start(database.url);
	const visitor = await firstExplorer(running);
	const program = await programOf(running.origin, visitor);
	say(`PostgreSQL: importing ${pace.people.toLocaleString('en')} people.`);
	const csv = connectionsCsv({ rows: pace.people });
	const { total } = await importFile(visitor, program, csv, pace.people);
	const { themeId, interviewId, heldId } = await makeSeason(program, pace.interviews);
	const ids = { themeId, interviewId, heldId };
	const on = `PostgreSQL, ${pace.people.toLocaleString('en')} people, ${pace.interviews} interviews`;
	say('PostgreSQL: asking for pages and searching.');
	const signedIn = { origin: running.origin, cookie: visitor.cookie, key: program.key, ...ids, on };
	const rows = await measurePages(signedIn, bareOrigin, engine, pace);
	const other = await server.start(database.url);
	const two = await measureTwo([running.origin, other.origin], visitor.cookie, pace);
	await running.stop();
	await other.stop();
	const imported: Row = {
		what: 'import',
		on: `PostgreSQL, ${pace.people.toLocaleString('en')} rows`,
		value: total,
		unit: 'ms',
		limit: { most: 1100 }
	};
	const measured = rows.filter(({ what }) => !what.startsWith('bare'));
	return [imported, ...measured.map((row) => withEngine(row)), ...two];
}

/** Adds the engine to the rows that do not name it. */
function withEngine(row: Row): Row {
	return row.on.startsWith('PostgreSQL') || row.on.includes('PostgreSQL')
		? row
		: { ...row, on: `PostgreSQL, ${row.on}` };
}

async function measureWorkspaces(
	server: Server,
	{ pace, sizes, say }: PostgresRun
): Promise<Row[]> {
	const database = await server.newDatabase();
	const running = await server.start(database.url);
	const visitor = await firstExplorer(running);
	const program = await programOf(running.origin, visitor);
	await importFile(visitor, program, connectionsCsv({ rows: 500 }), 500);
	const { interviewId } = await makeSeason(program, 80);
	const place = { origin: running.origin, cookie: visitor.cookie, interviewId, sizes };
	return measureScale({ ...place, adminUrl: database.adminUrl }, pace, say);
}

/** Measures everything on PostgreSQL. */
export async function measurePostgres(run: PostgresRun): Promise<Row[]> {
	const server = await openServer(run.cleanup);
	const rows = await measureSeason(server, run);
	return [...rows, ...(await measureWorkspaces(server, run))];
}
