import { addHours, type Clock } from '#kernel/clock.ts';
import type { Database } from './db/open.ts';
import type { Log } from './log.ts';
import { trimAllEvents } from './trim-events.ts';

/** How often what has run out is cleared. */
const hoursBetween = 6;
/** Jobs that are done tell nobody anything after this. */
const hoursDone = 48;

async function clean(database: Database, now: string): Promise<void> {
	await database.write(async (tx) => {
		await tx.deleteFrom('auth_session').where('expiresAt', '<=', now).execute();
		await tx.deleteFrom('auth_verification').where('expiresAt', '<=', now).execute();
		await tx.deleteFrom('tries').where('until', '<=', now).execute();
		await tx.deleteFrom('one_time_links').where('expires_at', '<=', now).execute();
		await tx.deleteFrom('jobs').where('done_at', '<=', addHours(now, -hoursDone)).execute();
	});
}

/**
 * Clears sessions, challenges, links and jobs that have run out, now and every six hours; after them,
 * while others go on, events beyond those that a workspace keeps.
 * @param eventsKeepDays days after which an event goes; none goes for its age where it is left out
 * @returns ends it
 */
export async function keepClean(
	database: Database,
	clock: Clock,
	log: Log,
	eventsKeepDays?: number
): Promise<() => void> {
	let isOver = false;
	const told = (error: unknown): void => {
		if (!isOver) log.warn({ error }, 'clearing what has run out failed');
	};
	const trim = (): Promise<void> => {
		const since =
			eventsKeepDays === undefined ? undefined : addHours(clock.now(), -24 * eventsKeepDays);
		return trimAllEvents(database, { since, isOver: () => isOver }).catch(told);
	};
	const cleanOrWait = (): Promise<void> =>
		// A full disk or a busy database must not end the program, nor keep it from beginning, over what
		// can wait another six hours.
		clean(database, clock.now()).catch(told);
	await cleanOrWait();
	void trim();
	const timer = setInterval(() => void cleanOrWait().then(trim), hoursBetween * 3_600_000);
	timer.unref();
	return () => {
		isOver = true;
		clearInterval(timer);
	};
}
