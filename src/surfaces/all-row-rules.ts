import { accountRows } from '#features/account/rows.ts';
import { clarityRows } from '#features/clarity/rows.ts';
import { decisionRows } from '#features/decision/rows.ts';
import { interviewRows } from '#features/interviews/rows.ts';
import { introductionRows } from '#features/introductions/rows.ts';
import { meetingRows } from '#features/meetings/rows.ts';
import { outreachRows } from '#features/outreach/rows.ts';
import { peopleRows } from '#features/people/rows.ts';
import { preparationRows } from '#features/preparation/rows.ts';
import { reflectionRows } from '#features/reflection/rows.ts';
import { talkRows } from '#features/talk/rows.ts';
import type { RowRules } from '#server/transfer/row-rules.ts';

/** The row rules of every table of a workspace, from all features. */
export const rowRules: RowRules = {
	...accountRows,
	...clarityRows,
	...decisionRows,
	...interviewRows,
	...introductionRows,
	...meetingRows,
	...outreachRows,
	...peopleRows,
	...preparationRows,
	...reflectionRows,
	...talkRows
};
