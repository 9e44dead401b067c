import { z } from 'zod';
import { jsonText, textUpTo, type RowRules } from '#server/transfer/row-rules.ts';
import { MOST_CRITERIA } from './rules/criteria.ts';
import { MOST_OTHER_OPTIONS, MOST_SELF_NOTES } from './rules/self-note-kinds.ts';
import { MOST_OPEN_THEMES, MOST_THEMES } from './rules/seats.ts';
import {
	coach,
	noteText,
	optionText,
	part,
	position,
	reason,
	selfNoteKind,
	share,
	softAnswers,
	title
} from './schemas.ts';

/** Row rules: what an imported row of this feature's tables may contain [D]. */
export const clarityRows: RowRules = {
	themes: {
		most: MOST_THEMES,
		// A seat is taken once; parked and ended themes have none.
		mostEach: { seat: 1 },
		columns: {
			title,
			activity: part,
			setting: part,
			pull: part,
			titles: part,
			seat: z.int().min(1).max(MOST_OPEN_THEMES)
		}
	},
	self_notes: {
		most: 3 * MOST_SELF_NOTES,
		mostEach: { kind: MOST_SELF_NOTES },
		columns: { kind: selfNoteKind, text: noteText, rank: position }
	},
	criteria: { most: MOST_CRITERIA, columns: { text: noteText, rank: position } },
	other_options: { most: MOST_OTHER_OPTIONS, columns: { text: optionText } },
	readiness_answers: {
		most: 1000,
		columns: softAnswers
	},
	readiness_statements: {
		most: 1000,
		columns: {
			kind: z.enum(['no-deal-breaker', 'asking-anyway']),
			reason: reason.or(z.literal(''))
		}
	},
	consultations: {
		most: 200,
		columns: {
			coach,
			// A composed text contains everything shared and may be longer than a typed one.
			text: textUpTo(16_000).min(1),
			shares: jsonText(z.array(share).max(20))
		}
	}
};
