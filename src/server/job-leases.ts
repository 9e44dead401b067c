import { sql, type Kysely, type Transaction } from 'kysely';
import type { Client } from 'pg';
import type { Instant } from '#kernel/clock.ts';
import type { Database } from './db/open.ts';
import type { Row, Tables } from './db/tables.ts';
import type { Share } from './job-shares.ts';
import { newId } from './secrets.ts';

/** The processes that share the jobs of one database; a SQLite file has one. */
export interface JobLeases {
	/** milliseconds between two looks for due jobs that another process may have queued */
	millisBetween: number;
	begin(): Promise<void>;
	/** what is due and nobody has, by workspace and kind, the longest due first; a hundred of a kind at most */
	due(now: Instant): Promise<Share[]>;
	/** the first due job of a share that nobody has, taken until then */
	take(share: Share, now: Instant, until: Instant): Promise<Row<'jobs'> | undefined>;
	/** keeps a job that takes long */
	hold(id: string, until: Instant): Promise<void>;
	end(): Promise<void>;
}

/**
 * How to see the jobs of the database: which rows nobody has, and how to read past those taken just
 * now. Kinds that this version does not know are a newer one's to do, which runs beside it for a while.
 */
interface Sight {
	name: string;
	kinds: readonly string[];
	isFree(now: Instant): ReturnType<typeof sql<boolean>>;
	isShared: boolean;
}

/** Shares of a kind that are looked at together: those of one kind must not hide another's. */
const mostOfKind = 100;

function dueJobs(db: Kysely<Tables>, now: Instant, { isFree }: Sight, kinds: readonly string[]) {
	return db
		.selectFrom('jobs')
		.where('kind', 'in', kinds)
		.where('done_at', 'is', null)
		.where('failed_at', 'is', null)
		.where('run_at', '<=', now)
		.where(isFree(now));
}

async function dueShares(db: Kysely<Tables>, now: Instant, sight: Sight): Promise<Share[]> {
	if (sight.kinds.length === 0) return [];
	const shares = dueJobs(db, now, sight, sight.kinds)
		.select(['workspace_id as workspaceId', 'kind'])
		.select((is) => is.fn.min('run_at').as('since'))
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

function firstDue(tx: Kysely<Tables>, { workspaceId, kind }: Share, now: Instant, sight: Sight) {
	const { isShared } = sight;
	const due = dueJobs(tx, now, sight, [kind])
		.select('id')
		.where('workspace_id', workspaceId === '' ? 'is' : '=', workspaceId || null)
		.orderBy('run_at')
		.limit(1);
	// Two processes that look at once get two jobs.
	return isShared ? due.forUpdate().skipLocked() : due;
}

async function takeOne(
	tx: Transaction<Tables>,
	share: Share,
	now: Instant,
	until: Instant,
	sight: Sight
): Promise<Row<'jobs'> | undefined> {
	const row = await firstDue(tx, share, now, sight).executeTakeFirst();
	if (!row) return undefined;
	return tx
		.updateTable('jobs')
		.set((is) => ({
			leased_until: until,
			leased_by: sight.name,
			attempts: is('attempts', '+', 1)
		}))
		.where('id', '=', row.id)
		.returningAll()
		.executeTakeFirst();
}

function membersOf(database: Database, sight: Sight): Pick<JobLeases, 'due' | 'take' | 'hold'> {
	return {
		// A look costs less than a transaction, and mostly there is nothing to do.
		due: (now) => dueShares(database.read, now, sight),
		take: (share, now, until) => database.write((tx) => takeOne(tx, share, now, until, sight)),
		hold: async (id, until) => {
			await database.write((tx) =>
				tx
					.updateTable('jobs')
					.set({ leased_until: until })
					.where('id', '=', id)
					.where('leased_by', '=', sight.name)
					.where('done_at', 'is', null)
					.execute()
			);
		}
	};
}

function alone(database: Database, kinds: readonly string[]): JobLeases {
	const sight: Sight = {
		name: newId(),
		kinds,
		isFree: (now) => sql`(leased_until is null or leased_until <= ${now})`,
		isShared: false
	};
	return {
		...membersOf(database, sight),
		millisBetween: 15_000,
		// Whoever had one is gone: a file has one owner.
		begin: async () => {
			await database.write((tx) =>
				tx.updateTable('jobs').set({ leased_until: null }).where('done_at', 'is', null).execute()
			);
		},
		end: () => Promise.resolve()
	};
}

/** The first half of the two-part numbers under which processes of Imago hold their advisory locks. */
const leaseLock = 4321;

/**
 * Several processes on one PostgreSQL. Each holds an advisory lock for as long as it is connected;
 * the server lets it go when the process ends, however it ends. A job whose holder's lock is gone is
 * free at once, without waiting for its lease.
 */
function together(
	database: Database,
	kinds: readonly string[],
	connectAlone: NonNullable<Database['connectAlone']>
): JobLeases {
	let held: Client | undefined;
	let ended = false;
	const sight: Sight = {
		name: '',
		kinds,
		isFree: (now) => sql`(leased_until is null or leased_until <= ${now} or leased_by not in (
			select objid::text from pg_locks
			where locktype = 'advisory' and classid = ${sql.lit(leaseLock)} and granted))`,
		isShared: true
	};
	/**
	 * A lock that was lost with its connection is replaced before the next job is taken, by one of
	 * another number: the server may believe in the old connection for a while. Who was at work under
	 * the old number may lose that job to another process, and then writes nothing of it any more.
	 */
	const holdLock = async (): Promise<void> => {
		if (held || ended) return;
		const number = Math.floor(Math.random() * 2 ** 31);
		const client = await connectAlone(`imago process ${String(process.pid)}`);
		client.once('end', () => (held = undefined));
		try {
			await client.query('select pg_advisory_lock($1, $2)', [leaseLock, number]);
		} catch (error) {
			await client.end();
			throw error;
		}
		sight.name = String(number);
		held = client;
	};
	const members = membersOf(database, sight);
	return {
		...members,
		millisBetween: 2_000,
		begin: holdLock,
		due: async (now) => {
			await holdLock();
			return members.due(now);
		},
		take: async (share, now, until) => {
			await holdLock();
			return members.take(share, now, until);
		},
		end: async () => {
			ended = true;
			await held?.end();
		}
	};
}

/**
 * The leases of a database's jobs, with this process in it.
 * @param kinds that this process can do
 */
export function jobLeasesOf(database: Database, kinds: readonly string[]): JobLeases {
	const { connectAlone } = database;
	return connectAlone ? together(database, kinds, connectAlone) : alone(database, kinds);
}
