import { sql, type Kysely, type Transaction } from 'kysely';
import type { Client } from 'pg';
import type { Instant } from '#kernel/clock.ts';
import { placeOf } from './db/place.ts';
import type { Database } from './db/open.ts';
import type { Row, Tables } from './db/tables.ts';
import { newId } from './secrets.ts';

/** The processes that share the jobs of one database; a SQLite file has one. */
export interface Crew {
	/** milliseconds between two looks for due jobs that another process may have queued */
	millisBetween: number;
	begin(): Promise<void>;
	/** the first due job that nobody has, taken until then */
	take(now: Instant, until: Instant): Promise<Row<'jobs'> | undefined>;
	/** keeps a job that takes long */
	hold(id: string, until: Instant): Promise<void>;
	end(): Promise<void>;
}

/** How to see the jobs of the database: which rows nobody has, and how to read past those taken just now. */
interface Sight {
	name: string;
	isFree(now: Instant): ReturnType<typeof sql<boolean>>;
	isShared: boolean;
}

function firstDue(tx: Kysely<Tables>, now: Instant, { isFree, isShared }: Sight) {
	const due = tx
		.selectFrom('jobs')
		.select('id')
		.where('done_at', 'is', null)
		.where('failed_at', 'is', null)
		.where('run_at', '<=', now)
		.where(isFree(now))
		.orderBy('run_at')
		.limit(1);
	// Two processes that look at once get two jobs.
	return isShared ? due.forUpdate().skipLocked() : due;
}

async function takeOne(
	tx: Transaction<Tables>,
	now: Instant,
	until: Instant,
	sight: Sight
): Promise<Row<'jobs'> | undefined> {
	const row = await firstDue(tx, now, sight).executeTakeFirst();
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

function membersOf(database: Database, sight: Sight): Pick<Crew, 'take' | 'hold'> {
	return {
		take: async (now, until) => {
			// A look costs less than a transaction, and mostly there is nothing to do.
			const any = await firstDue(database.read, now, {
				...sight,
				isShared: false
			}).executeTakeFirst();
			return any && database.write((tx) => takeOne(tx, now, until, sight));
		},
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

function alone(database: Database): Crew {
	const sight: Sight = {
		name: newId(),
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
const crewLock = 4321;

/**
 * Several processes on one PostgreSQL. Each holds an advisory lock for as long as it is connected;
 * the server lets it go when the process ends, however it ends. A job whose holder's lock is gone is
 * free at once, without waiting for its lease.
 */
function together(database: Database, url: string): Crew {
	let held: Client | undefined;
	let ended = false;
	const sight: Sight = {
		name: '',
		isFree: (now) => sql`(leased_until is null or leased_until <= ${now} or leased_by not in (
			select objid::text from pg_locks
			where locktype = 'advisory' and classid = ${sql.lit(crewLock)} and granted))`,
		isShared: true
	};
	/**
	 * A lock that was lost with its connection is replaced before the next job is taken, by one of
	 * another number: the server may believe in the old connection for a while. Who was at work under
	 * the old number may lose that job to another process, and then writes nothing of it any more.
	 */
	const holdLock = async (): Promise<void> => {
		if (held || ended) return;
		const { connectAlone } = await import('./db/postgres/pool.ts');
		const number = Math.floor(Math.random() * 2 ** 31);
		const client = await connectAlone(url, `imago process ${String(process.pid)}`);
		client.once('end', () => (held = undefined));
		try {
			await client.query('select pg_advisory_lock($1, $2)', [crewLock, number]);
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
		take: async (now, until) => {
			await holdLock();
			return members.take(now, until);
		},
		end: async () => {
			ended = true;
			await held?.end();
		}
	};
}

/** The crew of a database's jobs, with this process in it. */
export function crewOf(database: Database): Crew {
	const place = placeOf(database.read);
	return place.engine === 'postgres' ? together(database, place.url) : alone(database);
}
