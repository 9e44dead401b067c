import { MOST_THEMES } from '#features/clarity/rules/seats.ts';
import { jsonText, textUpTo, type RowRules } from '#server/transfer/row-rules.ts';
import { MOST_DECISIONS, MOST_DECISIONS_EACH, MOST_EXPERIMENTS_EACH } from './rules/limits.ts';
import {
	counterText,
	storedEvidence,
	experimentText,
	learnedText,
	outcome,
	plannedRung,
	reasons,
	rung,
	sparedHours,
	sparedText
} from './schemas.ts';

/** Row rules: what an imported row of this feature's tables may contain [D]. */
export const decisionRows: RowRules = {
	counter_evidence: { most: MOST_THEMES, columns: { text: counterText } },
	experiments: {
		most: 2000,
		mostEach: { theme_id: MOST_EXPERIMENTS_EACH },
		columns: { rung: plannedRung, text: experimentText, learned: learnedText }
	},
	decisions: {
		most: MOST_DECISIONS,
		mostEach: { theme_id: MOST_DECISIONS_EACH },
		columns: {
			outcome,
			reasons,
			evidence_against: textUpTo(500),
			evidence: jsonText(storedEvidence),
			next_rung: rung,
			spared: sparedText,
			spared_hours: sparedHours
		}
	}
};
