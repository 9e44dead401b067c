import { clarityRows } from '#features/clarity/rows.ts';
import type { RowRules } from '#server/leaving/row-rules.ts';

/** What every table of a workspace may hold, as its feature says. */
export const rowRules: RowRules = {
	...clarityRows
};
