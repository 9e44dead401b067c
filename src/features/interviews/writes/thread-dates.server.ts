import type { Instant } from '#kernel/clock.ts';
import { asColumns } from '#server/db/as-columns.ts';
import type { Scope } from '#server/scope.server.ts';
import { changeInterview, type Interview } from '../store.server.ts';

/**
 * Dates of an interview that other features set: request and follow-up, agreed time, talk held,
 * thank-yous and updates. Null removes a date.
 */
export type ThreadDates = Partial<
	Pick<
		Interview,
		| 'askedAt'
		| 'followedUpAt'
		| 'answeredAt'
		| 'agreedAt'
		| 'heldAt'
		| 'thankedAt'
		| 'toldAt'
		| 'connectorThankedAt'
		| 'connectorToldAt'
	>
>;

/** Sets the given dates, leaves the others. @param dates ISO instants */
export function setThreadDates(
	scope: Scope,
	id: string,
	dates: ThreadDates,
	now: Instant
): Promise<void> {
	return changeInterview(scope, id, { ...asColumns(dates), changed_at: now });
}
