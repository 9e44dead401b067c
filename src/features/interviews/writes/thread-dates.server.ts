import type { Instant } from '#kernel/clock.ts';
import { asColumns } from '#server/db/as-columns.ts';
import type { Scope } from '#server/scope.server.ts';
import { changeInterview, type Interview } from '../store.server.ts';

/**
 * The dates of a thread that another feature brings about: outreach asks and chases, a meeting is
 * agreed, a talk held, partner and connector are thanked and told. Null takes a date back.
 */
export type ThreadDates = Partial<
	Pick<
		Interview,
		| 'askedAt'
		| 'chasedAt'
		| 'answeredAt'
		| 'agreedAt'
		| 'heldAt'
		| 'thankedAt'
		| 'toldAt'
		| 'connectorThankedAt'
		| 'connectorToldAt'
	>
>;

/** Sets the dates that are named, leaves the others. @param dates ISO instants */
export function setThreadDates(
	scope: Scope,
	id: string,
	dates: ThreadDates,
	now: Instant
): Promise<void> {
	return changeInterview(scope, id, { ...asColumns(dates), changed_at: now });
}
