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

/** A server as a host would set it for a machine of this size; it waits for the disk. */
const settings = ['shared_buffers=1GB', 'max_wal_size=8GB', 'random_page_cost=1.1'];

interface Measuring {
	pace: Pace;
	bareOrigin: string;
	engine: BareReads;
	/** workspaces in all, step by step */
	sizes: readonly number[];
	say(text: string): void;
	closing: AsyncDisposableStack;
}

/** One PostgreSQL for everything that is measured on it. */
async function openServer(closing: AsyncDisposableStack) {
	const server = await startPostgres({ settings, onDisk: true });
	closing.defer(() => server.stop());
	const secret = randomBytes(32).toString('hex');
	const start = async (url: string): Promise<RunningServer> => {
		const environment = { DATABASE_URL: url, IMAGO_SECRET: secret, IMAGO_KEY_REQUESTS: '9999999' };
		const running = await startServer({ environment });
		closing.defer(async () => void (await running.stop()));
		return running;
	};
	return { newDatabase: () => newDatabase(server.socket), start };
}

type Server = Awaited<ReturnType<typeof openServer>>;

/** The same season as on the first engine, and the same pages and searches. */
async function season(
	server: Server,
	{ pace, bareOrigin, engine, say }: Measuring
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
	const house = { origin: running.origin, cookie: visitor.cookie, key: program.key, ...ids, on };
	const rows = await measurePages(house, bareOrigin, engine, pace);
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
	const own = rows.filter(({ what }) => !what.startsWith('bare'));
	return [imported, ...own.map((row) => named(row)), ...two];
}

/** Searches do not name the engine by themselves. */
function named(row: Row): Row {
	return row.on.startsWith('PostgreSQL') || row.on.includes('PostgreSQL')
		? row
		: { ...row, on: `PostgreSQL, ${row.on}` };
}

async function scale(server: Server, { pace, sizes, say }: Measuring): Promise<Row[]> {
	const database = await server.newDatabase();
	const running = await server.start(database.url);
	const visitor = await firstExplorer(running);
	const program = await programOf(running.origin, visitor);
	await importFile(visitor, program, connectionsCsv({ rows: 500 }), 500);
	const { interviewId } = await makeSeason(program, 80);
	const place = { origin: running.origin, cookie: visitor.cookie, interviewId, sizes };
	return measureScale({ ...place, adminUrl: database.adminUrl }, pace, say);
}

/** Everything that is measured on the second engine. */
export async function measurePostgres(measuring: Measuring): Promise<Row[]> {
	const server = await openServer(measuring.closing);
	const rows = await season(server, measuring);
	return [...rows, ...(await scale(server, measuring))];
}
