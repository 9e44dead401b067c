import { addHours, type Clock } from '#kernel/clock.ts';
import { throttleForRequests } from './background-throttle.ts';
import type { Database } from './db/open.ts';
import type { Log } from './log.ts';
import { clearAllToasts } from './toasts.ts';
import { pruneAllAuditEvents } from './prune-audit-events.ts';

/** How often what has run out is cleared. */
const hoursBetween = 6;
/** Jobs that are done tell nobody anything after this. */
const hoursDone = 48;
/** A job that failed says why for a quarter of a year [D]. */
const hoursFailed = 90 * 24;
/** rows in one transaction: a few milliseconds on a small machine */
const stepSize = 200;

/** What goes by its age: rows whose instant is not after one. An index of each begins with the instant. */
const runOut = [
	{ table: 'auth_session', key: 'id', at: 'expiresAt', hours: 0 },
	{ table: 'auth_verification', key: 'id', at: 'expiresAt', hours: 0 },
	{ table: 'rate_limits', key: 'key', at: 'until', hours: 0 },
	{ table: 'one_time_links', key: 'hash', at: 'expires_at', hours: 0 },
	{ table: 'jobs', key: 'id', at: 'done_at', hours: hoursDone },
	{ table: 'jobs', key: 'id', at: 'failed_at', hours: hoursFailed }
] as const;

/**
 * Clears what has run out, the oldest first, in steps that let others write in between.
 * @param isOver whether the program ends meanwhile
 */
export async function pruneExpired(
	database: Database,
	now: string,
	isOver: () => boolean = () => false
): Promise<void> {
	const throttle = throttleForRequests();
	for (const { table, key, at, hours } of runOut) {
		const until = addHours(now, -hours);
		for (let more = true; more && !isOver();) {
			more = await database.stage(async (tx) => {
				// The names are in one row above, which the types of a query cannot know.
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
 * Clears sessions, challenges, links, counts and jobs that have run out, now and every six hours; after
 * them events beyond those that a workspace keeps. Others go on meanwhile.
 * @param eventsKeepDays days after which an event goes; none goes for its age where it is left out
 * @returns ends it, and waits for the step under way
 */
export function startPruning(
	database: Database,
	clock: Clock,
	log: Log,
	eventsKeepDays?: number
): () => Promise<void> {
	let isOver = false;
	const clean = async (): Promise<void> => {
		try {
			const now = clock.now();
			await pruneExpired(database, now, () => isOver);
			await clearAllToasts(database, now, () => isOver);
			const since = eventsKeepDays === undefined ? undefined : addHours(now, -24 * eventsKeepDays);
			await pruneAllAuditEvents(database, { since, isOver: () => isOver });
		} catch (error) {
			// A full disk or a busy database must not end the program over what can wait another six hours.
			if (!isOver) log.warn({ error }, 'clearing what has run out failed');
		}
	};
	let cleaning = clean();
	const timer = setInterval(() => {
		cleaning = cleaning.then(clean);
	}, hoursBetween * 3_600_000);
	timer.unref();
	return async () => {
		isOver = true;
		clearInterval(timer);
		await cleaning;
	};
}
