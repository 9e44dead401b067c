import type { Instant } from '#kernel/clock.ts';
import type { Scope } from '#server/scope.server.ts';
import { changeInterview } from './store.server.ts';

/**
 * The dates of a thread that another feature brings about: outreach asks and chases, later the
 * meeting is agreed, held and thanked for. Null takes a date back.
 */
export interface ThreadDates {
	askedAt?: Instant | null;
	chasedAt?: Instant | null;
}

export function setThreadDates(
	scope: Scope,
	id: string,
	dates: ThreadDates,
	now: Instant
): Promise<void> {
	return changeInterview(scope, id, {
		...(dates.askedAt === undefined ? {} : { asked_at: dates.askedAt }),
		...(dates.chasedAt === undefined ? {} : { chased_at: dates.chasedAt }),
		changed_at: now
	});
}
