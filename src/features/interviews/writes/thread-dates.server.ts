import type { Instant } from '#kernel/clock.ts';
import type { Scope } from '#server/scope.server.ts';
import { changeInterview, type InterviewChanges } from '../store.server.ts';

/**
 * The dates of a thread that another feature brings about: outreach asks and chases, a meeting is
 * agreed, a talk held, partner and connector are thanked and told. Null takes a date back.
 */
export interface ThreadDates {
	askedAt?: Instant | null;
	chasedAt?: Instant | null;
	answeredAt?: Instant | null;
	agreedAt?: Instant | null;
	heldAt?: Instant | null;
	thankedAt?: Instant | null;
	toldAt?: Instant | null;
	connectorThankedAt?: Instant | null;
	connectorToldAt?: Instant | null;
}

const columns = {
	askedAt: 'asked_at',
	chasedAt: 'chased_at',
	answeredAt: 'answered_at',
	agreedAt: 'agreed_at',
	heldAt: 'held_at',
	thankedAt: 'thanked_at',
	toldAt: 'told_at',
	connectorThankedAt: 'connector_thanked_at',
	connectorToldAt: 'connector_told_at'
} as const satisfies Record<keyof ThreadDates, keyof InterviewChanges>;

/** Sets the dates that are named, leaves the others. @param dates ISO instants */
export function setThreadDates(
	scope: Scope,
	id: string,
	dates: ThreadDates,
	now: Instant
): Promise<void> {
	const changes: InterviewChanges = { changed_at: now };
	for (const name of Object.keys(columns) as (keyof ThreadDates)[]) {
		const date = dates[name];
		if (date !== undefined) changes[columns[name]] = date;
	}
	return changeInterview(scope, id, changes);
}
