import { sql, type Kysely, type Transaction } from 'kysely';
import type { Client } from 'pg';
import type { Instant } from '#kernel/clock.ts';
import type { Database } from './db/open.ts';
import type { Row, Tables } from './db/tables.ts';
import type { Share } from './job-schedule.ts';
import { newId } from './tokens.ts';

/** Leases by which the processes of one database share its jobs; a SQLite file has one process. */
export interface JobLeases {
	/** poll interval in milliseconds, for jobs that another process may have queued */
	pollMillis: number;
	begin(): Promise<void>;
	/**
	 * due jobs without a lease, by workspace and kind, the longest due first; at most a hundred of a
	 * kind
	 */
	due(now: Instant): Promise<Share[]>;
	/** acquires the first due job of a share that has no lease, until the given instant */
	acquire(share: Share, now: Instant, until: Instant): Promise<Row<'jobs'> | undefined>;
	/** extends the lease of a job that takes long */
	renew(id: string, until: Instant): Promise<void>;
	end(): Promise<void>;
}

/**
 * How this process selects jobs: which rows have no valid lease, and whether to skip rows that
 * another process is acquiring. Jobs of kinds that this version does not know are left to a newer
 * version that runs beside it.
 */
interface JobSelection {
	name: string;
	kinds: readonly string[];
	isFree(now: Instant): ReturnType<typeof sql<boolean>>;
	isShared: boolean;
}

/** Shares of one kind that are read at once: many of one kind must not hide those of another. */
const mostOfKind = 100;

function dueJobs(
	db: Kysely<Tables>,
	now: Instant,
	{ isFree }: JobSelection,
	kinds: readonly string[]
) {
	return db
		.selectFrom('jobs')
		.where('kind', 'in', kinds)
		.where('done_at', 'is', null)
		.where('failed_at', 'is', null)
		.where('run_at', '<=', now)
		.where(isFree(now));
}

async function dueShares(
	db: Kysely<Tables>,
	now: Instant,
	selection: JobSelection
): Promise<Share[]> {
	if (selection.kinds.length === 0) return [];
	const shares = dueJobs(db, now, selection, selection.kinds)
		.select(['workspace_id as workspaceId', 'kind'])
		.select((eb) => eb.fn.min('run_at').as('since'))
		.select(sql<number>`row_number() over (partition by kind order by min(run_at))`.as('place'))
		.groupBy(['workspace_id', 'kind']);
	const rows = await db
		.selectFrom(shares.as('shares'))
		.select(['workspaceId', 'kind'])
		.where('place', '<=', mostOfKind)
		.orderBy('since')
		.execute();
	return rows.map(({ workspaceId, kind }) => ({ workspaceId: workspaceId ?? '', kind }));
}

function firstDue(
	tx: Kysely<Tables>,
	{ workspaceId, kind }: Share,
	now: Instant,
	selection: JobSelection
) {
	const { isShared } = selection;
	const due = dueJobs(tx, now, selection, [kind])
		.select('id')
		.where('workspace_id', workspaceId === '' ? 'is' : '=', workspaceId || null)
		.orderBy('run_at')
		.limit(1);
	// Two processes that select at the same time get two different jobs.
	return isShared ? due.forUpdate().skipLocked() : due;
}

async function acquireOne(
	tx: Transaction<Tables>,
	share: Share,
	now: Instant,
	until: Instant,
	selection: JobSelection
): Promise<Row<'jobs'> | undefined> {
	const row = await firstDue(tx, share, now, selection).executeTakeFirst();
	if (!row) return undefined;
	return tx
		.updateTable('jobs')
		.set((eb) => ({
			leased_until: until,
			leased_by: selection.name,
			attempts: eb('attempts', '+', 1)
		}))
		.where('id', '=', row.id)
		.returningAll()
		.executeTakeFirst();
}

function leaseOperations(
	database: Database,
	selection: JobSelection
): Pick<JobLeases, 'due' | 'acquire' | 'renew'> {
	return {
		// A query without transaction is cheaper, and mostly nothing is due.
		due: (now) => dueShares(database.read, now, selection),
		acquire: (share, now, until) =>
			database.write((tx) => acquireOne(tx, share, now, until, selection)),
		renew: async (id, until) => {
			await database.write((tx) =>
				tx
					.updateTable('jobs')
					.set({ leased_until: until })
					.where('id', '=', id)
					.where('leased_by', '=', selection.name)
					.where('done_at', 'is', null)
					.execute()
			);
		}
	};
}

function singleProcess(database: Database, kinds: readonly string[]): JobLeases {
	const selection: JobSelection = {
		name: newId(),
		kinds,
		isFree: (now) => sql`(leased_until is null or leased_until <= ${now})`,
		isShared: false
	};
	return {
		...leaseOperations(database, selection),
		pollMillis: 15_000,
		// A file has one owner: leases of an earlier process are void.
		begin: async () => {
			await database.write((tx) =>
				tx.updateTable('jobs').set({ leased_until: null }).where('done_at', 'is', null).execute()
			);
		},
		end: () => Promise.resolve()
	};
}

/** First key of the advisory locks by which processes of Imago mark their leases as valid. */
const leaseLockKey = 4321;

/**
 * Leases of several processes on one PostgreSQL. Each process holds an advisory lock for as long as
 * it is connected; the server releases it when the process ends in any way. A job whose lease
 * holder has no lock any more is free at once, before its lease expires.
 */
function severalProcesses(
	database: Database,
	kinds: readonly string[],
	connectDedicated: NonNullable<Database['connectDedicated']>
): JobLeases {
	let connection: Client | undefined;
	let ended = false;
	const selection: JobSelection = {
		name: '',
		kinds,
		isFree: (now) => sql`(leased_until is null or leased_until <= ${now} or leased_by not in (
			select objid::text from pg_locks
			where locktype = 'advisory' and classid = ${sql.lit(leaseLockKey)} and granted))`,
		isShared: true
	};
	/**
	 * Acquires the advisory lock of this process. A lock that was lost with its connection is
	 * replaced before the next job is acquired, under another number, because the server may keep the
	 * old connection for a while. A job that runs under the old number may be lost to another
	 * process; its writes are refused then.
	 */
	const acquireLock = async (): Promise<void> => {
		if (connection || ended) return;
		const number = Math.floor(Math.random() * 2 ** 31);
		const client = await connectDedicated(`imago process ${String(process.pid)}`);
		client.once('end', () => (connection = undefined));
		try {
			await client.query('select pg_advisory_lock($1, $2)', [leaseLockKey, number]);
		} catch (error) {
			await client.end();
			throw error;
		}
		selection.name = String(number);
		connection = client;
	};
	const operations = leaseOperations(database, selection);
	return {
		...operations,
		pollMillis: 2_000,
		begin: acquireLock,
		due: async (now) => {
			await acquireLock();
			return operations.due(now);
		},
		acquire: async (share, now, until) => {
			await acquireLock();
			return operations.acquire(share, now, until);
		},
		end: async () => {
			ended = true;
			await connection?.end();
		}
	};
}

/**
 * Job leases for this process, by the kind of database.
 * @param kinds of jobs that this process can run
 */
export function jobLeasesOf(database: Database, kinds: readonly string[]): JobLeases {
	const { connectDedicated } = database;
	return connectDedicated
		? severalProcesses(database, kinds, connectDedicated)
		: singleProcess(database, kinds);
}
