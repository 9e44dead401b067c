import { z } from 'zod';
import { id } from '#method/field-schemas.ts';
import { MOST_SELF_NOTES } from '#features/clarity/rules/self-note-kinds.ts';
import { MOST_INTERVIEWS } from '#features/interviews/rules/limits.ts';
import { wholeNumber, type RowRules } from '#server/transfer/row-rules.ts';
import { coreCodes } from './rules/core-questions.ts';
import { defaultQuestionCodes } from './rules/answers.ts';
import { LONGEST_GOAL, MOST_GOALS } from './rules/goals.ts';
import { MOST_ANSWERS, MOST_QUESTIONS, MOST_SOURCES } from './rules/lengths.ts';
import { isWebLink } from './rules/link.ts';
import { LONGEST_ANSWER, LONGEST_TITLE } from './rules/sources.ts';
import {
	askTyped,
	coreCode,
	place,
	preparedTyped,
	questionTyped,
	scriptTyped,
	sourceKind,
	useTyped
} from './schemas.ts';

/** The default questions are added to the explorer's own. */
const mostQuestions = MOST_QUESTIONS + coreCodes.length;
const mostAnswers = MOST_ANSWERS + defaultQuestionCodes.length;

/** Row rules: what an imported row of this feature's tables may contain [D]. */
export const preparationRows: RowRules = {
	goals: {
		most: MOST_INTERVIEWS * MOST_GOALS,
		mostEach: { interview_id: MOST_GOALS },
		columns: { text: z.string().trim().min(1).max(LONGEST_GOAL), rank: place }
	},
	sources: {
		most: 20_000,
		mostEach: { interview_id: MOST_SOURCES },
		columns: {
			kind: sourceKind,
			url: z.string().refine(isWebLink),
			title: z.string().trim().min(1).max(LONGEST_TITLE),
			answers: z.string().trim().max(LONGEST_ANSWER)
		}
	},
	questions: {
		most: 40_000,
		mostEach: { interview_id: mostQuestions },
		columns: { core: coreCode.or(id), text: questionTyped, rank: place }
	},
	core_questions: {
		most: 1000,
		mostEach: { theme_id: coreCodes.length },
		columns: { about: coreCode, text: questionTyped, rank: wholeNumber(1, coreCodes.length) }
	},
	prepared_answers: {
		most: MOST_INTERVIEWS * mostAnswers,
		mostEach: { interview_id: mostAnswers },
		columns: { question: askTyped, answer: preparedTyped, rank: wholeNumber(0, 1000) }
	},
	briefs: {
		most: MOST_INTERVIEWS,
		columns: { script: scriptTyped, strengths_use: useTyped }
	},
	brief_strengths: {
		most: MOST_INTERVIEWS * MOST_SELF_NOTES,
		mostEach: { interview_id: MOST_SELF_NOTES },
		columns: {}
	}
};
