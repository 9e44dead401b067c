import { z } from 'zod';
import { MAX_INT32 } from '#kernel/int32.ts';
import { MOST_INTERVIEWS } from '#features/interviews/rules/limits.ts';
import { textUpTo, wholeNumber, type RowRules } from '#server/transfer/row-rules.ts';
import { MOST_EVENTS, MOST_EVENTS_EACH } from './rules/events.ts';
import { kinds, LONGEST_TALK, readEvent } from './rules/read-event.ts';
import { lasted } from './schemas.ts';

/** Most characters of an event's body as JSON: a long note of escaped characters. */
const longestBody = 20_000;

function isEvent({ body, ...made }: Readonly<Record<string, unknown>>): boolean {
	try {
		const value: unknown = JSON.parse(String(body));
		if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
		return readEvent({ ...value, ...made }) !== undefined;
	} catch {
		// Invalid JSON.
		return false;
	}
}

/** Limits on the tables of this feature: rows, and the values of each column [D]. */
export const talkRows: RowRules = {
	talk_events: {
		most: MOST_EVENTS,
		mostEach: { interview_id: MOST_EVENTS_EACH },
		columns: {
			kind: z.enum(kinds),
			device: textUpTo(80).min(1),
			sequence: wholeNumber(0, MAX_INT32),
			body: textUpTo(longestBody)
		},
		together: (row) => (isEvent(row) ? undefined : 'body')
	},
	talks: {
		most: MOST_INTERVIEWS,
		columns: { agreed_minutes: lasted, extra_minutes: wholeNumber(0, LONGEST_TALK) }
	}
};
