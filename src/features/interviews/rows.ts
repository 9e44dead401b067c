import type { RowRules } from '#server/transfer/row-rules.ts';
import { MOST_INTERVIEWS } from './rules/limits.ts';
import { channel, closingReason, connection } from './schemas.ts';

/** Row rules: what an imported row of this feature's tables may contain [D]. */
export const interviewRows: RowRules = {
	interviews: {
		most: MOST_INTERVIEWS,
		columns: { channel, connection, closed_because: closingReason },
		together: ({ closed_at, closed_because }) =>
			closed_because !== null && closed_at === null ? 'closed_because' : undefined
	}
};
