import { z } from 'zod';
import { daysBetween } from '#kernel/clock.ts';
import { textUpTo, type RowRules } from '#server/transfer/row-rules.ts';
import { LONGEST_PAUSE_DAYS, MOST_HOLIDAYS, MOST_PAUSES } from './rules/pauses.ts';

/** Verb or noun of an audit event: `interviews.asked`, `met-person`. */
const word = z
	.string()
	.max(80)
	.regex(/^[a-z][\w. -]*$/);

/** Row rules: what an imported row of this feature's tables may contain [D]. */
export const accountRows: RowRules = {
	pauses: {
		most: MOST_PAUSES,
		columns: {},
		together: ({ from_day, until_day }) => {
			const days = daysBetween(String(from_day), String(until_day));
			return days < 0 || days > LONGEST_PAUSE_DAYS ? 'until_day' : undefined;
		}
	},
	holidays: { most: MOST_HOLIDAYS, columns: { name: textUpTo(200) } },
	audit_events: {
		most: 500_000,
		columns: {
			actor: textUpTo(100),
			verb: word,
			about_kind: word,
			about_id: textUpTo(100)
		}
	}
};
