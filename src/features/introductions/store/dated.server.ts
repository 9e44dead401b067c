import { asColumns } from '#server/db/as-columns.ts';
import type { Scope } from '#server/scope.server.ts';
import * as store from '../store.server.ts';

export type Dates<Column extends string> = Partial<Record<Column, string | null>>;

/** Access to rows whose state is a set of dates: schools, events, introductions and introduction requests. */
export interface Dated<Column extends string> {
	/** in the singular; its plural is the first part of the REST paths */
	noun: string;
	/** prefix of the operations' names */
	group: string;
	load: (
		scope: Scope,
		id: string
	) => Promise<(Record<Column, string | null> & { changedAt: string }) | undefined>;
	change: (scope: Scope, id: string, dates: Dates<Column>, now: string) => Promise<void>;
}

/** Makes a `Dated` of a store that names its date columns in camel case. */
function dated<Column extends string>(
	noun: string,
	group: string,
	load: Dated<Column>['load'],
	change: (
		scope: Scope,
		id: string,
		columns: ReturnType<typeof asColumns<Dates<Column>>> & { changed_at: string }
	) => Promise<void>
): Dated<Column> {
	return {
		noun,
		group,
		load,
		change: (scope, id, dates, now) => change(scope, id, { ...asColumns(dates), changed_at: now })
	};
}

export const introductionDates = dated<'agreedAt' | 'introducedAt' | 'lapsedAt' | 'interviewId'>(
	'introduction',
	'introductions',
	store.introductionRow,
	store.changeIntroduction
);

export const schoolDates = dated<'askedAt' | 'answeredAt' | 'connectedAt' | 'declinedAt'>(
	'school',
	'schools',
	store.schoolRow,
	store.changeSchool
);

export const eventDates = dated<'askedAt' | 'invitedAt' | 'attendedAt' | 'calledOffAt'>(
	'event',
	'events',
	store.eventRow,
	store.changeEvent
);

export const requestDates = dated<'endedAt'>(
	'introduction-request',
	'introductionRequests',
	async (scope, id) => {
		const row = await store.introductionRequest(scope, id);
		return row && { endedAt: row.ended_at, changedAt: row.changed_at };
	},
	store.changeIntroductionRequest
);
