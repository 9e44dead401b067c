import type { Scope } from '#server/scope.server.ts';
import * as store from '../store.server.ts';

export type Dates<Column extends string> = Partial<Record<Column, string | null>>;

/** A thing whose state is a handful of dates: a school, an event, an introduction, an ask. */
export interface Dated<Column extends string> {
	noun: string;
	/** first part of the operations' names and of their addresses */
	group: string;
	load: (
		scope: Scope,
		id: string
	) => Promise<(Record<Column, string | null> & { changedAt: string }) | undefined>;
	change: (scope: Scope, id: string, dates: Dates<Column>, now: string) => Promise<void>;
}

/** Dates as their columns are called, those that are said and no others. */
function asColumns<Column extends string, Name extends string>(
	names: Record<Column, Name>,
	dates: Partial<Record<Column, string | null>>
): Partial<Record<Name, string | null>> {
	const entries = Object.entries(dates) as [Column, string | null][];
	const columns = entries.map(([column, date]) => [names[column], date] as const);
	return Object.fromEntries(columns) as Partial<Record<Name, string | null>>;
}

const introductionColumns = {
	agreedAt: 'agreed_at',
	introducedAt: 'introduced_at',
	lapsedAt: 'lapsed_at'
} as const;

export const introductionDates: Dated<keyof typeof introductionColumns | 'interviewId'> = {
	noun: 'introduction',
	group: 'introductions',
	load: store.introductionRow,
	change: (scope, id, { interviewId, ...dates }, now) =>
		store.changeIntroduction(scope, id, {
			...asColumns(introductionColumns, dates),
			...(interviewId === undefined ? {} : { interview_id: interviewId }),
			changed_at: now
		})
};

const schoolColumns = {
	askedAt: 'asked_at',
	answeredAt: 'answered_at',
	connectedAt: 'connected_at',
	declinedAt: 'declined_at'
} as const;

export const schoolDates: Dated<keyof typeof schoolColumns> = {
	noun: 'school',
	group: 'schools',
	load: store.schoolRow,
	change: (scope, id, dates, now) =>
		store.changeSchool(scope, id, { ...asColumns(schoolColumns, dates), changed_at: now })
};

const gatheringColumns = {
	askedAt: 'asked_at',
	invitedAt: 'invited_at',
	attendedAt: 'attended_at',
	calledOffAt: 'called_off_at'
} as const;

export const gatheringDates: Dated<keyof typeof gatheringColumns> = {
	noun: 'event',
	group: 'gatherings',
	load: store.gatheringRow,
	change: (scope, id, dates, now) =>
		store.changeGathering(scope, id, { ...asColumns(gatheringColumns, dates), changed_at: now })
};

export const askDates: Dated<'endedAt'> = {
	noun: 'ask',
	group: 'asks',
	load: async (scope, id) => {
		const row = await store.askRow(scope, id);
		return row && { endedAt: row.ended_at, changedAt: row.changed_at };
	},
	change: (scope, id, { endedAt = null }, now) =>
		store.changeAsk(scope, id, { ended_at: endedAt, changed_at: now })
};
