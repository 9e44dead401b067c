import { z } from 'zod';
import { MOST_INTERVIEWS } from '#features/interviews/rules/limits.ts';
import { textUpTo, type RowRules } from '#server/transfer/row-rules.ts';
import { LONGEST_FAVOUR } from './rules/favours.ts';
import { LONGEST_INSIGHT } from './rules/insight.ts';
import { LONGEST_NAMED } from './rules/named-people.ts';
import {
	MOST_FAVOURS_EACH,
	MOST_INSIGHTS,
	MOST_INSIGHTS_EACH,
	MOST_NAMED_EACH
} from './rules/limits.ts';
import { answer, aspect, direction, energy, stance, strength } from './schemas.ts';

const said = (most: number) => z.string().trim().min(1).max(most);

/** Row rules: what an imported row of this feature's tables may contain [D]. */
export const reflectionRows: RowRules = {
	debriefs: {
		most: MOST_INTERVIEWS,
		columns: {
			surprised: answer,
			energy_before: energy,
			energy_after: energy,
			liked: answer,
			disliked: answer,
			who_else: answer,
			ask_next: answer
		}
	},
	insights: {
		most: MOST_INSIGHTS,
		mostEach: { interview_id: MOST_INSIGHTS_EACH },
		columns: {
			text: said(LONGEST_INSIGHT),
			words: textUpTo(LONGEST_INSIGHT),
			aspect,
			stance,
			strength
		}
	},
	favours: {
		most: 10_000,
		mostEach: { interview_id: MOST_FAVOURS_EACH },
		columns: { direction, text: said(LONGEST_FAVOUR) }
	},
	named_people: {
		most: 10_000,
		mostEach: { interview_id: MOST_NAMED_EACH },
		columns: { name: said(LONGEST_NAMED) }
	}
};
