import { addHours, type Clock } from '#kernel/clock.ts';
import { throttleForRequests } from './background-throttle.ts';
import type { Database } from './db/open.ts';
import type { Log } from './log.ts';
import { deleteAllExpiredToasts } from './toasts.ts';
import { pruneAllAuditEvents } from './prune-audit-events.ts';

/** Hours between two runs. */
const hoursBetween = 6;
/** Hours for which finished jobs are kept. */
const hoursDone = 48;
/** Hours for which failed jobs are kept, with their reason: a quarter of a year [D]. */
const hoursFailed = 90 * 24;
/** rows in one transaction: a few milliseconds on a small machine */
const stepSize = 200;

/**
 * Rows that are deleted by age: those whose instant is at least so many hours ago. Each table has
 * an index that begins with the instant.
 */
const expiring = [
	{ table: 'auth_session', key: 'id', at: 'expiresAt', hours: 0 },
	{ table: 'auth_verification', key: 'id', at: 'expiresAt', hours: 0 },
	{ table: 'rate_limits', key: 'key', at: 'until', hours: 0 },
	{ table: 'one_time_links', key: 'hash', at: 'expires_at', hours: 0 },
	{ table: 'jobs', key: 'id', at: 'done_at', hours: hoursDone },
	{ table: 'jobs', key: 'id', at: 'failed_at', hours: hoursFailed }
] as const;

/**
 * Deletes expired rows, the oldest first, in short transactions that let other writes through.
 * @param isOver whether the program is ending
 */
export async function pruneExpired(
	database: Database,
	now: string,
	isOver: () => boolean = () => false
): Promise<void> {
	const throttle = throttleForRequests();
	for (const { table, key, at, hours } of expiring) {
		const until = addHours(now, -hours);
		for (let more = true; more && !isOver();) {
			more = await database.stage(async (tx) => {
				// The names come from one row of the table above, which the types of a query cannot
				// express.
				const { ref } = tx.dynamic;
				const oldest = tx
					.selectFrom(table as 'jobs')
					.select(ref<'id'>(key))
					.where(ref(at), '<=', until)
					.orderBy(ref(at))
					.limit(stepSize);
				const { numDeletedRows } = await tx
					.deleteFrom(table as 'jobs')
					.where(ref(key), 'in', oldest)
					.executeTakeFirstOrThrow();
				return numDeletedRows >= stepSize;
			});
			await throttle();
		}
	}
}

/**
 * Deletes expired sessions, challenges, links, counts, jobs and toasts, and events beyond the limit
 * of a workspace, now and every six hours, beside other work.
 * @param auditEventsKeepDays days after which an event is deleted; without a limit of age when left out
 * @returns function that stops it and waits for the current step
 */
export function startPruning(
	database: Database,
	clock: Clock,
	log: Log,
	auditEventsKeepDays?: number
): () => Promise<void> {
	let isOver = false;
	const prune = async (): Promise<void> => {
		try {
			const now = clock.now();
			await pruneExpired(database, now, () => isOver);
			await deleteAllExpiredToasts(database, now, () => isOver);
			const since =
				auditEventsKeepDays === undefined ? undefined : addHours(now, -24 * auditEventsKeepDays);
			await pruneAllAuditEvents(database, { since, isOver: () => isOver });
		} catch (error) {
			// A full disk or a busy database must not end the program; the next run is in six hours.
			if (!isOver) log.warn({ error }, 'deleting expired rows failed');
		}
	};
	let pruning = prune();
	const timer = setInterval(() => {
		pruning = pruning.then(prune);
	}, hoursBetween * 3_600_000);
	timer.unref();
	return async () => {
		isOver = true;
		clearInterval(timer);
		await pruning;
	};
}
