import { asColumns } from '#server/db/as-columns.ts';
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

export const introductionDates: Dated<'agreedAt' | 'introducedAt' | 'lapsedAt' | 'interviewId'> = {
	noun: 'introduction',
	group: 'introductions',
	load: store.introductionRow,
	change: (scope, id, dates, now) =>
		store.changeIntroduction(scope, id, { ...asColumns(dates), changed_at: now })
};

export const schoolDates: Dated<'askedAt' | 'answeredAt' | 'connectedAt' | 'declinedAt'> = {
	noun: 'school',
	group: 'schools',
	load: store.schoolRow,
	change: (scope, id, dates, now) =>
		store.changeSchool(scope, id, { ...asColumns(dates), changed_at: now })
};

export const gatheringDates: Dated<'askedAt' | 'invitedAt' | 'attendedAt' | 'calledOffAt'> = {
	noun: 'event',
	group: 'gatherings',
	load: store.gatheringRow,
	change: (scope, id, dates, now) =>
		store.changeGathering(scope, id, { ...asColumns(dates), changed_at: now })
};

export const askDates: Dated<'endedAt'> = {
	noun: 'ask',
	group: 'asks',
	load: async (scope, id) => {
		const row = await store.askRow(scope, id);
		return row && { endedAt: row.ended_at, changedAt: row.changed_at };
	},
	change: (scope, id, dates, now) =>
		store.changeAsk(scope, id, { ...asColumns(dates), changed_at: now })
};
